// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.common.Channel;
import be.onthaal.common.Refused;
import be.onthaal.database.Ids;
import be.onthaal.database.Parts;
import be.onthaal.organisation.StandardRole;
import be.onthaal.party.NewParty;
import be.onthaal.party.Parties;
import be.onthaal.party.PartyId;
import be.onthaal.search.Search;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.Together;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.Town;
import be.onthaal.timeline.Timeline;
import be.onthaal.timeline.TimelineLine;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnthaalTest
class ContactsTest {

    @Autowired TownFixtures towns;
    @Autowired Contacts contacts;
    @Autowired Parties parties;
    @Autowired Timeline timeline;
    @Autowired Search search;
    @Autowired Parts parts;
    @Autowired Clock clock;

    private Town town;
    private Caller host;
    private PartyId jan;

    @BeforeEach
    void foundTown() {
        town = towns.found();
        host = towns.person(town.municipality(), StandardRole.FIRST_LINE);
        jan =
                Callers.as(
                        host,
                        () ->
                                parties.register(
                                        NewParty.person("Jan Peeters", Optional.empty(), "PHONE")));
    }

    @Test
    void aContactIsReadBackWithItsQuestions() {
        ContactId id = recorded(Optional.empty());

        var moments = Callers.as(host, () -> contacts.ofParty(List.of(jan), 5));

        assertThat(moments).extracting(ContactMoment::id).containsExactly(id);
        assertThat(moments.getFirst().questions())
                .extracting(ContactMoment.Question::subject)
                .containsExactly("Uren containerpark");
        assertThat(Callers.as(host, () -> timeline.of(jan.value(), 5)))
                .extracting(TimelineLine::event)
                .containsExactly("contact.recorded");
        assertThat(Callers.as(host, () -> search.find("containerpark", List.of(), 5))).hasSize(1);
        assertThat(Callers.as(host, () -> parts.answer(contacts.today())))
                .isEqualTo(Map.of(Channel.PHONE, 1L));
    }

    @Test
    void theSameSourceIsRecordedOnce() throws Exception {
        var source = Optional.of(new Source("CALL", Ids.next()));
        Callable<ContactId> work = () -> recorded(source);

        var answers = Together.run(java.util.Collections.nCopies(6, work));

        assertThat(answers).hasOnlyElementsOfType(ContactId.class);
        assertThat(answers.stream().distinct()).hasSize(1);
        assertThat(Callers.as(host, () -> contacts.ofParty(List.of(jan), 5))).hasSize(1);
    }

    @Test
    void anotherAuthorityOfTheGroupSeesNothing() {
        recorded(Optional.empty());
        Caller neighbour = towns.person(town.ocmw(), StandardRole.FIRST_LINE);
        Callers.run(town.ocmw().service(), () -> parties.meet(jan));

        assertThat(Callers.as(neighbour, () -> contacts.ofParty(List.of(jan), 5))).isEmpty();
        assertThat(Callers.as(neighbour, () -> parts.answer(contacts.today()))).isEmpty();
        assertThat(Callers.as(neighbour, () -> search.find("containerpark", List.of(), 5)))
                .isEmpty();
        assertThat(Callers.as(neighbour, () -> timeline.of(jan.value(), 5))).isEmpty();
    }

    @Test
    void aContactWithoutAQuestionIsRefused() {
        var silent = contact(List.of(), Optional.empty());

        assertThatThrownBy(() -> Callers.run(host, () -> contacts.record(silent)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refusal ->
                                assertThat(refusal.code()).isEqualTo("contact.question-missing"));
    }

    @Test
    void howItWasMadeSureWhoCalledStaysWithTheContactAndInTheStory() {
        var sure = new Verification(Verification.How.QUESTIONS, "Geboortedatum en vorig adres");

        ContactId id =
                Callers.as(
                        host,
                        () -> contacts.record(contact(questions(), Optional.empty()).with(sure)));

        assertThat(Callers.as(host, () -> contacts.consult(id)).verification()).isEqualTo(sure);
        assertThat(Callers.as(host, () -> timeline.of(jan.value(), 5)).getFirst().detail())
                .containsEntry("verified", "QUESTIONS");
        assertThat(sure.telling()).isEqualTo(Verification.Telling.OWN_CASES);
    }

    @Test
    void questionsThatNobodyCanReadBackAreNoVerification() {
        var empty = new Verification(Verification.How.QUESTIONS, " ");

        assertThatThrownBy(() ->
                        Callers.run(
                                host,
                                () ->
                                        contacts.record(
                                                contact(questions(), Optional.empty())
                                                        .with(empty))))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refusal ->
                                assertThat(refusal.code())
                                        .isEqualTo("contact.verification-missing"));
    }

    @Test
    void aSurerWayNeverAllowsToTellLess() {
        Verification.Telling before = Verification.Telling.GENERAL;
        for (Verification.How how : Verification.How.values()) {
            assertThat(how.telling()).isGreaterThanOrEqualTo(before);
            before = how.telling();
        }
        assertThat(Verification.NONE.telling()).isEqualTo(Verification.Telling.GENERAL);
    }

    @Test
    void aPostClerkMayNotRecordContacts() {
        Caller clerk = towns.person(town.municipality(), StandardRole.POST_CLERK);

        assertThatThrownBy(() ->
                        Callers.run(
                                clerk,
                                () -> contacts.record(contact(questions(), Optional.empty()))))
                .isInstanceOf(Refused.class);
    }

    private ContactId recorded(Optional<Source> source) {
        return Callers.as(host, () -> contacts.record(contact(questions(), source)));
    }

    private NewContact contact(List<NewQuestion> questions, Optional<Source> source) {
        Instant now = clock.instant();
        return new NewContact(
                Channel.PHONE,
                Optional.of(jan),
                town.municipality().unit(),
                now,
                Optional.of(now.plusSeconds(90)),
                "Belde over de uren",
                questions,
                source);
    }

    private static List<NewQuestion> questions() {
        return List.of(
                new NewQuestion(
                        "Uren containerpark",
                        Optional.empty(),
                        QuestionOutcome.ANSWERED,
                        Optional.empty()));
    }
}
