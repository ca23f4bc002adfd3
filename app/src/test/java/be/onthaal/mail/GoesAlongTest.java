// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseTypes;
import be.onthaal.cases.Cases;
import be.onthaal.cases.OpenCase;
import be.onthaal.common.Channel;
import be.onthaal.common.EmailAddress;
import be.onthaal.common.NotFound;
import be.onthaal.common.PageRequest;
import be.onthaal.dispatch.Dispatches;
import be.onthaal.dispatch.NewDispatch;
import be.onthaal.dispatch.Sender;
import be.onthaal.organisation.StandardRole;
import be.onthaal.organisation.Units;
import be.onthaal.party.NewParty;
import be.onthaal.party.Parties;
import be.onthaal.party.PartyId;
import be.onthaal.post.CaseLink;
import be.onthaal.post.EntryId;
import be.onthaal.post.InboxFilter;
import be.onthaal.post.PostCases;
import be.onthaal.post.PostRegister;
import be.onthaal.search.Search;
import be.onthaal.simulators.mail.MailTown;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import be.onthaal.timeline.Timeline;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Whatever is confidential goes where its entry, case or unit goes, and is seen there only. */
@OnthaalTest
@Import(PostOffice.class)
class GoesAlongTest {

    private static final String CUSTOMER = "els.maes@voorbeeld.be";
    private static MailTown town;

    @Autowired TownFixtures towns;
    @Autowired PostOffice office;
    @Autowired Mailboxes mailboxes;
    @Autowired Messages messages;
    @Autowired Cases cases;
    @Autowired CaseTypes types;
    @Autowired Parties parties;
    @Autowired Dispatches dispatches;
    @Autowired PostRegister register;
    @Autowired PostCases together;
    @Autowired Units units;
    @Autowired Search search;
    @Autowired Timeline timeline;
    @Autowired AsOwner owner;

    private TestAuthority here;
    private UnitId social;
    private Caller jan;
    private Caller insider;
    private PartyId customer;

    @BeforeAll
    static void startTown() {
        town = MailTown.start(0, 0);
    }

    @AfterAll
    static void stopTown() {
        town.close();
    }

    @BeforeEach
    void foundTown() {
        here = towns.found().municipality();
        Callers.run(here.administrator(), types::installStandard);
        social =
                Callers.as(
                        here.administrator(),
                        () -> units.open("Sociale dienst", Optional.empty()).id());
        jan = towns.person(here, StandardRole.CASE_HANDLER);
        insider = towns.person(here, StandardRole.CASE_HANDLER, Optional.of(social));
        customer =
                Callers.as(
                        jan,
                        () ->
                                parties.register(
                                        NewParty.person(
                                                "Els Maes",
                                                Optional.of(new EmailAddress(CUSTOMER)),
                                                "EMPLOYEE")));
    }

    @AfterEach
    void closeOffice() {
        office.close();
    }

    @Test
    void withAnEntryThatIsRouted() {
        MessageId mail = arrives(Confidentiality.CONFIDENTIAL, CUSTOMER, "Leefloon", "");
        var entry = new EntryId(UUID.fromString(only("select id from post.entry")));

        Callers.run(jan, () -> register.route(entry, social));

        assertThat(Callers.as(insider, () -> messages.get(mail)).links().unit()).isEqualTo(social);
        assertThatThrownBy(() -> Callers.as(jan, () -> messages.get(mail)))
                .isInstanceOf(NotFound.class);
        assertSeenBySocialOnly("Leefloon");
    }

    @Test
    void withACaseThatGoesToAnotherUnit() {
        MessageId mail = arrives(Confidentiality.CONFIDENTIAL, CUSTOMER, "Leefloon", "");
        var entry = new EntryId(UUID.fromString(only("select id from post.entry")));
        CaseFile file = Callers.as(jan, () -> cases.open(aCase(here.unit(), "Leefloon")));
        Callers.run(
                jan,
                () -> {
                    register.linkCase(entry, link(file), here.unit(), Confidentiality.CONFIDENTIAL);
                    dispatches.send(answer(file));
                });

        Callers.run(jan, () -> cases.moveToUnit(file.id(), social));

        assertThat(Callers.as(insider, () -> messages.get(mail)).links().unit()).isEqualTo(social);
        assertThat(Callers.as(insider, () -> register.get(entry)).filing().unit())
                .isEqualTo(social);
        assertThat(Callers.as(insider, () -> dispatches.ofCase(file.id().value()))).hasSize(1);
        assertThat(Callers.as(jan, () -> dispatches.ofCase(file.id().value()))).isEmpty();
        assertThatThrownBy(() -> Callers.as(jan, () -> register.get(entry)))
                .isInstanceOf(NotFound.class);
        assertSeenBySocialOnly("Leefloon");
    }

    @Test
    void withAUnitIntoItsSuccessorAlsoByWhoMayNotReadIt() {
        MessageId mail = arrives(Confidentiality.CONFIDENTIAL, CUSTOMER, "Leefloon", "");
        CaseFile file = Callers.as(jan, () -> cases.open(aCase(here.unit(), "Leefloon")));
        Callers.run(jan, () -> dispatches.send(answer(file)));

        Callers.run(here.administrator(), () -> units.mergeInto(here.unit(), social));

        assertThat(Callers.as(insider, () -> messages.get(mail)).links().unit()).isEqualTo(social);
        assertThat(Callers.as(insider, () -> dispatches.ofCase(file.id().value()))).hasSize(1);
        assertSeenBySocialOnly("Leefloon");
    }

    @Test
    void anAnswerInAConfidentialCaseIsAsConfidentialWhereverItComesIn() {
        CaseFile file = Callers.as(insider, () -> cases.open(aCase(social, "Schulden")));

        MessageId mail =
                arrives(
                        Confidentiality.INTERNAL,
                        CUSTOMER,
                        "Re: mijn schulden " + file.number().inSubject(),
                        "");

        MailView view = Callers.as(insider, () -> messages.get(mail));
        assertThat(view.links().confidentiality()).isEqualTo(Confidentiality.CONFIDENTIAL);
        assertThat(view.links().unit()).isEqualTo(social);
        assertThat(view.links().caseId()).hasValue(file.id().value());
        assertThat(only("select confidentiality || ' ' || unit_id from post.entry"))
                .isEqualTo("2 " + social);
        assertThat(only("select confidentiality || ' ' || unit_id from contact.moment"))
                .isEqualTo("2 " + social);
        assertThatThrownBy(() -> Callers.as(jan, () -> messages.get(mail)))
                .isInstanceOf(NotFound.class);
        assertThat(Callers.as(jan, () -> timeline.of(customer.value(), 20)))
                .noneMatch(line -> line.summary().contains("schulden"));
        assertSeenBySocialOnly("schulden");
    }

    @Test
    void aStrangersMailInAConfidentialCaseWaitsForThoseOfTheCase() {
        CaseFile file = Callers.as(insider, () -> cases.open(aCase(social, "Schulden")));

        MessageId mail =
                arrives(
                        Confidentiality.INTERNAL,
                        "piet@elders.be",
                        "Re: schulden van Els " + file.number().inSubject(),
                        "");
        List<InboxMail> asked =
                Callers.as(insider, () -> messages.quarantine(PageRequest.first()).rows());
        Callers.run(insider, () -> messages.accept(mail));

        assertThat(asked).extracting(InboxMail::id).containsExactly(mail);
        assertThat(Callers.as(jan, () -> messages.quarantine(PageRequest.first()).rows()))
                .isEmpty();
        assertThat(Callers.as(insider, () -> messages.get(mail)).links().caseId())
                .hasValue(file.id().value());
        assertSeenBySocialOnly("schulden");
    }

    @Test
    void anOrdinaryMailBroughtToAConfidentialCaseBecomesConfidential() {
        MessageId mail = arrives(Confidentiality.INTERNAL, CUSTOMER, "Over mijn schulden", "");
        var entry = new EntryId(UUID.fromString(only("select id from post.entry")));
        CaseFile file = Callers.as(insider, () -> cases.open(aCase(social, "Schulden")));

        Callers.run(
                insider,
                () ->
                        register.linkCase(
                                entry, link(file), social, file.matter().confidentiality()));

        assertThat(Callers.as(insider, () -> messages.get(mail)).links().confidentiality())
                .isEqualTo(Confidentiality.CONFIDENTIAL);
        assertThat(only("select confidentiality || ' ' || unit_id from contact.moment"))
                .isEqualTo("2 " + social);
        assertThat(Callers.as(jan, () -> timeline.of(customer.value(), 20)))
                .noneMatch(line -> line.summary().contains("schulden"));
        assertSeenBySocialOnly("schulden");
    }

    @Test
    void whatWasWrittenIsFoundInTheCaseAlsoWhenWhoBroughtItMayNotReadItThere() {
        arrives(Confidentiality.CONFIDENTIAL, CUSTOMER, "Nog een vraag", "");
        var entry = new EntryId(UUID.fromString(only("select id from post.entry")));
        CaseFile file =
                Callers.as(
                        insider,
                        () -> cases.open(aCase(social, "Verhuis", Confidentiality.INTERNAL)));

        Callers.run(jan, () -> together.add(entry, file));

        assertThatThrownBy(() -> Callers.as(jan, () -> register.get(entry)))
                .isInstanceOf(NotFound.class);
        assertThat(
                        owner.column(
                                "select text from cases.passage where kind = 'MAIL' and id = '%s'"
                                        .formatted(entry)))
                .singleElement()
                .asString()
                .contains("Graag antwoord");
        assertThat(
                        owner.column(
                                "select case_id from mail.message where entry_id = '%s'"
                                        .formatted(entry)))
                .as("it is kept and destroyed with the case")
                .singleElement()
                .hasToString(file.id().toString());
    }

    private void assertSeenBySocialOnly(String word) {
        assertThat(Callers.as(insider, () -> search.find(word, List.of("CONTACT"), 5))).hasSize(1);
        assertThat(Callers.as(insider, () -> search.find(word, List.of("POST"), 5))).hasSize(1);
        assertThat(Callers.as(jan, () -> search.find(word, List.of(), 5))).isEmpty();
        assertThat(
                        Callers.as(
                                        jan,
                                        () ->
                                                register.inbox(
                                                        InboxFilter.mine(), PageRequest.first()))
                                .rows())
                .isEmpty();
    }

    private MessageId arrives(Confidentiality level, String from, String subject, String answers) {
        String address = PostOffice.newAddress();
        town.addUser(address, "geheim");
        var server = new NewMailbox.Server(town.imapUrl(), address, "geheim", "INBOX");
        var wanted = new NewMailbox(here.unit(), address, "Onthaal", server, level);
        MailboxId mailbox = Callers.as(here.administrator(), () -> mailboxes.add(wanted));
        town.deliver(
                address,
                "From: <%s>\nSubject: %s\n%s\nGraag antwoord.\n".formatted(from, subject, answers));
        office.open();
        office.await(here, mailbox, 1);
        return office.ids(here, mailbox).getFirst();
    }

    private OpenCase aCase(UnitId unit, String subject) {
        return aCase(unit, subject, Confidentiality.CONFIDENTIAL);
    }

    private OpenCase aCase(UnitId unit, String subject, Confidentiality level) {
        return new OpenCase(
                CaseTypes.INFORMATION_QUESTION,
                subject,
                "",
                Optional.of(customer),
                unit,
                new OpenCase.Intake(Channel.DESK, LocalDate.of(2026, 3, 2), Optional.empty()),
                Optional.of(level));
    }

    private NewDispatch answer(CaseFile file) {
        return new NewDispatch(
                Channel.MAIL,
                "cases.answer",
                Optional.of(customer.value()),
                Optional.of(file.id().value()),
                file.placement().unit(),
                file.matter().confidentiality(),
                new Sender("onthaal@proefdorp.be", "Onthaal"),
                CUSTOMER,
                "Uw vraag",
                "Het antwoord.",
                Optional.empty(),
                List.of(),
                false);
    }

    private static CaseLink link(CaseFile file) {
        return new CaseLink(file.id().value(), file.number().display());
    }

    private String only(String query) {
        return owner.column(query + " where authority_id = '%s'".formatted(here.authority().id()))
                .getFirst();
    }
}
