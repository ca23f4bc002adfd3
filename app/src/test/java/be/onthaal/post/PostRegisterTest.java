// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.common.Channel;
import be.onthaal.common.Conflict;
import be.onthaal.common.NotFound;
import be.onthaal.common.OnthaalException;
import be.onthaal.common.PageRequest;
import be.onthaal.common.Refused;
import be.onthaal.database.Ids;
import be.onthaal.database.Parts;
import be.onthaal.organisation.StandardRole;
import be.onthaal.organisation.Units;
import be.onthaal.party.NewParty;
import be.onthaal.party.Parties;
import be.onthaal.party.PartyId;
import be.onthaal.search.Search;
import be.onthaal.testing.MovableClock;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.Together;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.Town;
import be.onthaal.timeline.Timeline;
import be.onthaal.timeline.TimelineLine;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

@OnthaalTest
class PostRegisterTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Autowired TownFixtures towns;
    @Autowired PostRegister register;
    @Autowired Parties parties;
    @Autowired Units units;
    @Autowired Search search;
    @Autowired Timeline timeline;
    @Autowired TransactionOperations transactions;
    @Autowired Parts parts;
    @Autowired Clock clock;

    private Town town;
    private Caller clerk;

    @BeforeEach
    void foundTown() {
        town = towns.found();
        clerk = towns.person(town.municipality(), StandardRole.POST_CLERK);
    }

    @AfterEach
    void freeClock() {
        ((MovableClock) clock).free();
    }

    @Test
    void twentyPeopleAndFailuresLeaveNoGapAndNoDoubleInTheNumbers() throws Exception {
        var chance = new Random(20260302);
        List<Callable<Boolean>> works = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            boolean fails = chance.nextInt(3) == 0;
            works.add(() -> Callers.call(clerk, () -> registerOrRollBack(fails)));
        }

        for (int i = 0; i < works.size(); i += 20) {
            Together.run(works.subList(i, i + 20));
        }

        var lines = inbox(clerk, InboxFilter.mine());
        assertThat(lines).hasSizeBetween(40, 99);
        assertThat(lines)
                .extracting(line -> line.number().sequence())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, lines.size()).boxed().toList());
    }

    @Test
    void theSameMessageIsRegisteredOnceByManyIntakes() throws Exception {
        var source = new Source("MAIL", Ids.next());
        Callable<RegisterEntry> intake =
                () ->
                        Callers.call(
                                town.municipality().service(),
                                () ->
                                        register.registerIncoming(
                                                incoming("Put", Optional.of(source))));

        var answers = Together.run(java.util.Collections.nCopies(8, intake));
        RegisterEntry next = registered("Volgende");

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer).isInstanceOf(RegisterEntry.class))
                .extracting(answer -> ((RegisterEntry) answer).number().sequence())
                .containsOnly(1);
        assertThat(next.number().sequence()).isEqualTo(2);
    }

    @Test
    void theNumberHasTheYearOfTheClockInBrussels() {
        ((MovableClock) clock).set(Instant.parse("2026-12-31T22:59:00Z"));
        RegisterEntry old = registered("Oudjaar");
        ((MovableClock) clock).set(Instant.parse("2026-12-31T23:00:00Z"));
        RegisterEntry fresh = registered("Nieuwjaar");

        assertThat(old.number().display()).isEqualTo("I-2026-000001");
        assertThat(fresh.number().display()).isEqualTo("I-2027-000001");
    }

    @Test
    void anotherAuthorityOfTheGroupSeesNothing() {
        RegisterEntry entry = registered("Losliggende tegel");
        Caller neighbour = towns.person(town.ocmw(), StandardRole.COORDINATOR);

        var found = Callers.as(neighbour, () -> search.find("tegel", List.of(), 5));
        var perUnit = Callers.as(neighbour, () -> parts.answer(register.openPerUnit()));
        long today = Callers.as(neighbour, () -> parts.answer(register.registeredToday()));

        assertThat(inbox(neighbour, InboxFilter.mine())).isEmpty();
        assertThat(found).isEmpty();
        assertThat(perUnit).isEmpty();
        assertThat(today).isZero();
        assertThatThrownBy(() -> Callers.as(neighbour, () -> register.get(entry.id())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aConfidentialPieceIsSeenInItsUnitOnly() {
        UnitId social = unit("Sociale dienst");
        Caller worker =
                towns.person(town.municipality(), StandardRole.POST_CLERK, Optional.of(social));
        RegisterEntry entry = registered("Vertrouwelijk", Confidentiality.CONFIDENTIAL);

        Callers.run(clerk, () -> register.route(entry.id(), social));

        assertThat(Callers.as(worker, () -> register.get(entry.id())).filing().unit())
                .isEqualTo(social);
        assertThat(Callers.as(worker, () -> search.find("Vertrouwelijk", List.of(), 5))).hasSize(1);
        assertThat(Callers.as(clerk, () -> search.find("Vertrouwelijk", List.of(), 5))).isEmpty();
        assertThat(Callers.as(clerk, () -> parts.answer(register.openPerUnit()))).isEmpty();
        assertThatThrownBy(() -> Callers.as(clerk, () -> register.get(entry.id())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void theInboxShowsOwnUnitsAndACoordinatorSeesAll() {
        UnitId other = unit("Leefmilieu");
        registered("Voor ons");
        RegisterEntry theirs = registered("Voor hen");
        Callers.run(clerk, () -> register.route(theirs.id(), other));
        Caller coordinator = towns.person(town.municipality(), StandardRole.COORDINATOR);

        assertThat(inbox(clerk, InboxFilter.mine()))
                .extracting(line -> line.piece().subject())
                .containsExactly("Voor ons");
        assertThat(inbox(clerk, new InboxFilter(Set.of(other)))).isEmpty();
        assertThat(inbox(coordinator, InboxFilter.mine()))
                .extracting(line -> line.piece().subject())
                .containsExactly("Voor ons", "Voor hen");
    }

    @Test
    void whatIsSettledLeavesTheInboxAndCannotBeSettledAgain() {
        RegisterEntry entry = registered("Nieuwsbrief");

        Callers.run(clerk, () -> register.settle(entry.id(), new Outcome.NoCaseNeeded()));

        assertThat(inbox(clerk, InboxFilter.mine())).isEmpty();
        assertThatThrownBy(() ->
                        Callers.run(
                                clerk,
                                () -> register.settle(entry.id(), new Outcome.Handled("gebeld"))))
                .isInstanceOfSatisfying(
                        Conflict.class,
                        conflict -> {
                            assertThat(conflict.code()).isEqualTo("post.settled");
                            assertThat(conflict.arguments()).first().isEqualTo(clerk.name());
                        });
    }

    @Test
    void aCancelledNumberStaysInSightAndIsNotGivenAgain() {
        RegisterEntry entry = registered("Dubbel gescand");

        Callers.run(clerk, () -> register.cancel(entry.id(), "Dubbel"));
        RegisterEntry next = registered("Volgende");

        RegisterEntry cancelled = Callers.as(clerk, () -> register.get(entry.id()));
        assertThat(cancelled.handling().state()).isEqualTo(RegisterEntry.EntryState.CANCELLED);
        assertThat(cancelled.number().sequence()).isEqualTo(1);
        assertThat(next.number().sequence()).isEqualTo(2);
    }

    @Test
    void anEntryInACaseCannotBeCancelled() {
        RegisterEntry entry = registered("Vraag");
        var caseLink = new CaseLink(Ids.next(), "Z-2026-000001");

        Callers.run(
                clerk,
                () ->
                        register.linkCase(
                                entry.id(),
                                caseLink,
                                town.municipality().unit(),
                                Confidentiality.OPEN));

        assertThat(inbox(clerk, InboxFilter.mine())).isEmpty();
        assertThatThrownBy(() -> Callers.run(clerk, () -> register.cancel(entry.id(), "fout")))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("post.has-case"));
    }

    @Test
    void openEntriesFollowAUnitIntoItsSuccessor() {
        RegisterEntry open = registered("Open", Confidentiality.CONFIDENTIAL);
        UnitId next = unit("Burgerzaken");

        Callers.run(
                town.municipality().administrator(),
                () -> units.mergeInto(town.municipality().unit(), next));

        Caller worker =
                towns.person(town.municipality(), StandardRole.POST_CLERK, Optional.of(next));
        assertThat(inbox(worker, InboxFilter.mine()))
                .extracting(InboxLine::id)
                .containsExactly(open.id());
        assertThat(Callers.as(worker, () -> search.find("Open", List.of("POST"), 5))).hasSize(1);
    }

    @Test
    void theCustomerSeesThePieceOnHisTimeline() {
        PartyId jan =
                Callers.as(
                        clerk,
                        () ->
                                parties.register(
                                        NewParty.person("Jan Peeters", Optional.empty(), "POST")));
        var piece =
                new NewIncoming(
                        Channel.POST,
                        TODAY,
                        "Bezwaar",
                        "Jan Peeters",
                        Optional.of(jan),
                        town.municipality().unit(),
                        Confidentiality.INTERNAL,
                        Optional.empty());

        Callers.run(clerk, () -> register.registerIncoming(piece));

        assertThat(Callers.as(clerk, () -> timeline.of(jan.value(), 5)))
                .extracting(TimelineLine::event)
                .containsExactly("post.registered");
    }

    @Test
    void whatGoesOutHasItsOwnNumbers() {
        RegisterEntry in = registered("Vraag");
        var letter = new Piece(Channel.POST, TODAY, "Antwoord", "Jan Peeters", Optional.empty());

        RegisterEntry out =
                Callers.as(
                        clerk,
                        () ->
                                register.registerOutgoing(
                                        new NewOutgoing(
                                                letter,
                                                town.municipality().unit(),
                                                Confidentiality.INTERNAL,
                                                Optional.empty(),
                                                Optional.of(in.id()),
                                                Optional.empty())));

        assertThat(out.number().display()).startsWith("U-").endsWith("-000001");
        assertThat(Callers.as(clerk, () -> register.get(out.id())).answers()).contains(in.id());
    }

    @Test
    void aSubjectOfTenMegabytesIsRefused() {
        String huge = "x".repeat(10_000_000);

        assertThatThrownBy(() -> registered(huge))
                .isInstanceOfSatisfying(
                        OnthaalException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("post.subject-too-long"));
        assertThat(registered("daarna").number().sequence()).isEqualTo(1);
    }

    @Test
    void aReaderMayNotRegister() {
        Caller reader = towns.person(town.municipality(), StandardRole.READER);

        assertThatThrownBy(() ->
                        Callers.run(
                                reader,
                                () -> register.registerIncoming(incoming("X", Optional.empty()))))
                .isInstanceOf(Refused.class);
    }

    private boolean registerOrRollBack(boolean fails) {
        return Boolean.TRUE.equals(
                transactions.execute(status -> {
                    register.registerIncoming(incoming("Brief", Optional.empty()));
                    if (fails) {
                        status.setRollbackOnly();
                    }
                    return !fails;
                }));
    }

    private RegisterEntry registered(String subject) {
        return registered(subject, Confidentiality.INTERNAL);
    }

    private RegisterEntry registered(String subject, Confidentiality confidentiality) {
        return Callers.as(
                clerk,
                () ->
                        register.registerIncoming(
                                new NewIncoming(
                                        Channel.POST,
                                        TODAY,
                                        subject,
                                        "Jan Peeters",
                                        Optional.empty(),
                                        town.municipality().unit(),
                                        confidentiality,
                                        Optional.empty())));
    }

    private NewIncoming incoming(String subject, Optional<Source> source) {
        return new NewIncoming(
                Channel.MAIL,
                TODAY,
                subject,
                "Jan Peeters",
                Optional.empty(),
                town.municipality().unit(),
                Confidentiality.INTERNAL,
                source);
    }

    private List<InboxLine> inbox(Caller caller, InboxFilter filter) {
        return Callers.as(
                caller,
                () -> {
                    var page = register.inbox(filter, new PageRequest(1, 200));
                    assertThat(page.total().value()).isEqualTo(page.rows().size());
                    return page.rows();
                });
    }

    private UnitId unit(String name) {
        return Callers.as(
                town.municipality().administrator(), () -> units.open(name, Optional.empty()).id());
    }
}
