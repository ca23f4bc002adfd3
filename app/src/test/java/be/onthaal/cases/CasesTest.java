// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.audit.Audit;
import be.onthaal.audit.LogLine;
import be.onthaal.cases.CaseFilter.View;
import be.onthaal.cases.model.CaseTypeDefinition;
import be.onthaal.cases.model.DefinitionText;
import be.onthaal.common.Brussels;
import be.onthaal.common.Channel;
import be.onthaal.common.Conflict;
import be.onthaal.common.NotFound;
import be.onthaal.common.OnthaalException;
import be.onthaal.common.PageRequest;
import be.onthaal.common.Refused;
import be.onthaal.database.Ids;
import be.onthaal.database.StatementCount;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.organisation.Employees;
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
import be.onthaal.testing.TownFixtures.TestAuthority;
import be.onthaal.testing.TownFixtures.Town;
import be.onthaal.timeline.Timeline;
import be.onthaal.timeline.TimelineLine;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

@OnthaalTest
class CasesTest {

    /** Each transaction begins with one statement that says who asks. */
    private static final int WHO_ASKS = 1;

    private static final LocalDate RECEIVED = LocalDate.of(2026, 3, 2);

    @Autowired TownFixtures towns;
    @Autowired Cases cases;
    @Autowired CaseTypes types;
    @Autowired Parties parties;
    @Autowired Units units;
    @Autowired Employees employees;
    @Autowired Search search;
    @Autowired Timeline timeline;
    @Autowired Audit audit;
    @Autowired TransactionOperations transactions;
    @Autowired Clock clock;

    private Town town;
    private TestAuthority here;
    private Caller jan;
    private Caller fatima;

    @BeforeEach
    void foundTown() {
        town = towns.found();
        here = town.municipality();
        Callers.run(here.administrator(), types::installStandard);
        jan = towns.person(here, StandardRole.CASE_HANDLER);
        fatima = towns.person(here, StandardRole.CASE_HANDLER);
    }

    @AfterEach
    void freeClock() {
        ((MovableClock) clock).free();
    }

    @Test
    void aNewCaseHasANumberATermAndItsMandatoryTask() {
        CaseFile file = opened("Uren containerpark");

        CaseDetail detail = Callers.as(fatima, () -> cases.get(file.id()));

        assertThat(detail.file().matter()).isEqualTo(file.matter());
        assertThat(detail.file().term()).isEqualTo(file.term());
        assertThat(detail.file().number().display()).startsWith("Z-").endsWith("-000001");
        assertThat(detail.file().term().dueOn()).isEqualTo(LocalDate.of(2026, 3, 16));
        assertThat(detail.file().term().why().arguments())
                .containsExactly(10, RECEIVED, LocalDate.of(2026, 3, 16));
        assertThat(detail.tasks())
                .singleElement()
                .satisfies(task -> {
                    assertThat(task.title()).isEqualTo("Vraag beantwoorden");
                    assertThat(task.mandatory()).isTrue();
                });
        assertThat(Callers.as(jan, () -> cases.findByNumber(file.number()))).isPresent();
    }

    @Test
    void ofTwentyPeopleAtOnceNoTwoGetOneNumberAndWhatFailedGivesItsNumberToTheNext()
            throws Exception {
        var chance = new Random(20260302);
        List<Callable<Boolean>> works = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            boolean fails = chance.nextInt(3) == 0;
            works.add(() -> Callers.call(jan, () -> openOrRollBack(fails)));
        }

        for (int i = 0; i < works.size(); i += 20) {
            Together.run(works.subList(i, i + 20));
        }

        var kept = list(jan, View.ALL_OPEN);
        assertThat(kept).hasSizeBetween(20, 59);
        int last = kept.stream().mapToInt(line -> line.number().sequence()).max().orElseThrow();
        IntStream.range(kept.size(), last).forEach(again -> opened("Uren containerpark"));

        var lines = list(jan, View.ALL_OPEN);
        assertThat(lines)
                .extracting(line -> line.number().sequence())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, lines.size()).boxed().toList());
    }

    @Test
    void theNumberHasTheYearInBrusselsAndTheTermPassesNewYear() {
        ((MovableClock) clock).set(Instant.parse("2026-12-31T22:59:00Z"));
        CaseFile old = opened(asked("Oudjaar", LocalDate.of(2026, 12, 31), Optional.empty()));
        ((MovableClock) clock).set(Instant.parse("2026-12-31T23:30:00Z"));
        CaseFile fresh = opened(asked("Nieuwjaar", LocalDate.of(2027, 1, 1), Optional.empty()));

        assertThat(old.number().display()).isEqualTo("Z-2026-000001");
        assertThat(fresh.number().display()).isEqualTo("Z-2027-000001");
        assertThat(old.term().dueOn()).isEqualTo(LocalDate.of(2027, 1, 15));
        assertThat(fresh.term().dueOn()).isEqualTo(LocalDate.of(2027, 1, 15));
    }

    @Test
    void aCaseIsOverdueFromMidnightAfterItsLastDay() {
        opened("Uren containerpark");

        ((MovableClock) clock).set(Instant.parse("2026-03-16T22:59:59Z"));
        long before = Callers.as(jan, cases::counts).getOrDefault(View.OVERDUE, 0L);
        ((MovableClock) clock).set(Instant.parse("2026-03-16T23:00:00Z"));
        long after = Callers.as(jan, cases::counts).getOrDefault(View.OVERDUE, 0L);

        assertThat(before).isZero();
        assertThat(after).isOne();
    }

    @Test
    void ofTwoPeopleWhoCloseTheSameCaseExactlyOneWins() throws Exception {
        CaseFile file = opened("Uren containerpark");
        finishTasks(file);

        var answers =
                Together.run(
                        List.<Callable<CaseFile>>of(
                                () ->
                                        Callers.call(
                                                jan, () -> cases.close(file.id(), 0, "answered")),
                                () ->
                                        Callers.call(
                                                fatima,
                                                () -> cases.close(file.id(), 0, "referred"))));

        var winners = answers.stream().filter(CaseFile.class::isInstance).toList();
        var losers = answers.stream().filter(Conflict.class::isInstance).toList();
        assertThat(winners).hasSize(1);
        assertThat(losers).hasSize(1);
        String winner = ((CaseFile) winners.getFirst()).progress().changed().by();
        var conflict = (Conflict) losers.getFirst();
        assertThat(conflict.code()).isEqualTo("cases.changed");
        assertThat(conflict.arguments()).first().isEqualTo(winner);
        assertThat(conflict.arguments()).last().isInstanceOf(Instant.class);
    }

    @Test
    void aCaseWithAnOpenMandatoryTaskDoesNotClose() {
        CaseFile file = opened("Uren containerpark");

        assertRefused(
                "cases.mandatory-task-open",
                () -> Callers.run(jan, () -> cases.close(file.id(), 0, "answered")));
    }

    @Test
    void aCaseClosesWithItsRetentionAndOpensAgain() {
        ((MovableClock) clock).set(Instant.parse("2028-02-29T10:00:00Z"));
        CaseFile file = opened("Uren containerpark");
        finishTasks(file);

        CaseFile closed = Callers.as(jan, () -> cases.close(file.id(), 0, "referred"));
        var kept = Callers.as(jan, () -> cases.get(file.id())).file().progress().closing();
        CaseFile again = Callers.as(jan, () -> cases.reopen(file.id(), "Klant belde terug"));

        assertThat(kept.flatMap(CaseFile.Closing::keepUntil)).contains(LocalDate.of(2029, 2, 28));
        assertThat(closed.isClosed()).isTrue();
        assertThat(again.isClosed()).isFalse();
        assertThat(again.progress().closing()).isEmpty();
        assertThat(list(jan, View.ALL_OPEN)).hasSize(1);
    }

    @Test
    void aClosedCaseCannotBeChangedOrClosedAgain() {
        CaseFile file = opened("Uren containerpark");
        finishTasks(file);
        int revision =
                Callers.as(jan, () -> cases.close(file.id(), 0, "answered")).progress().revision();

        assertRefused("cases.closed", () -> Callers.run(fatima, () -> cases.take(file.id())));
        assertRefused(
                "cases.closed",
                () -> Callers.run(fatima, () -> cases.addNote(file.id(), "Nog iets")));
        assertRefused(
                "cases.closed",
                () -> Callers.run(fatima, () -> cases.close(file.id(), revision, "answered")));
    }

    @Test
    void aResultWithoutRetentionDoesNotCloseACase() {
        CaseTypeDefinition undecided =
                DefinitionText.file(
                                """
                                {"format": "onthaal-case-type/1", "code": "information-question",
                                 "definition": {"name": "Vraag", "confidentiality": "INTERNAL",
                                   "term": {"amount": 10, "unit": "WORKING_DAYS",
                                            "starts": "DAY_AFTER", "movesToWorkingDay": true},
                                   "phases": [{"code": "handling", "name": "Behandeling"}],
                                   "results": [{"code": "undecided", "name": "Onbeslist"}]}}
                                """,
                                name -> Optional.empty())
                        .definition();
        Callers.run(
                here.administrator(),
                () -> types.publish(CaseTypes.INFORMATION_QUESTION, undecided));
        CaseFile file = opened("Uren containerpark");
        finishTasks(file);

        assertRefused(
                "cases.no-retention",
                () -> Callers.run(jan, () -> cases.close(file.id(), 0, "undecided")));
    }

    @Test
    void aRunningCaseKeepsTheVersionItBeganWith() {
        CaseFile file = opened("Uren containerpark");
        finishTasks(file);
        CaseType first =
                Callers.as(here.administrator(), () -> types.current("information-question"));

        CaseType second =
                Callers.as(
                        here.administrator(),
                        () -> types.publish("information-question", first.definition()));

        assertThat(second.version()).isEqualTo(2);
        assertThat(Callers.as(jan, types::list))
                .filteredOn(type -> type.code().equals("information-question"))
                .extracting(CaseType::version)
                .containsExactly(2);
        assertThat(Callers.as(jan, () -> cases.close(file.id(), 0, "answered")).matter().typeId())
                .isEqualTo(first.id());
    }

    @Test
    void anotherAuthorityOfTheGroupSeesNothing() {
        PartyId customer = customer();
        CaseFile file = opened(asked("Steunaanvraag", RECEIVED, Optional.of(customer)));
        Caller neighbour = towns.person(town.ocmw(), StandardRole.COORDINATOR);
        Callers.run(town.ocmw().service(), () -> parties.meet(customer));

        assertThat(list(neighbour, View.ALL_OPEN)).isEmpty();
        assertThat(Callers.as(neighbour, cases::counts).values()).containsOnly(0L);
        assertThat(Callers.as(neighbour, () -> search.find("Steunaanvraag", List.of(), 5)))
                .isEmpty();
        assertThat(Callers.as(neighbour, () -> timeline.of(customer.value(), 5))).isEmpty();
        assertThat(Callers.as(neighbour, () -> cases.findByNumber(file.number()))).isEmpty();
        assertMissing(() -> Callers.run(neighbour, () -> cases.get(file.id())));
        assertMissing(() -> Callers.run(neighbour, () -> cases.take(file.id())));
    }

    @Test
    void aCaseForACustomerTheAuthorityDoesNotKnowIsNotOpened() {
        PartyId stranger =
                Callers.as(
                        towns.person(town.ocmw(), StandardRole.FIRST_LINE),
                        () -> parties.register(NewParty.person("An", Optional.empty(), "DESK")));

        assertMissing(() -> opened(asked("Vraag", RECEIVED, Optional.of(stranger))));
    }

    @Test
    void aConfidentialCaseIsSeenInItsUnitOnly() {
        UnitId social = unit("Sociale dienst");
        Caller worker = towns.person(here, StandardRole.CASE_HANDLER, Optional.of(social));
        PartyId customer = customer();

        CaseFile file = opened(confidential("Schuldbemiddeling", social, customer));

        assertThat(Callers.as(worker, () -> cases.get(file.id())).tasks()).hasSize(1);
        assertThat(list(worker, View.TEAM)).hasSize(1);
        assertThat(list(jan, View.ALL_OPEN)).isEmpty();
        assertThat(Callers.as(jan, cases::counts)).containsEntry(View.ALL_OPEN, 0L);
        assertThat(Callers.as(jan, () -> search.find("Schuldbemiddeling", List.of(), 5))).isEmpty();
        assertThat(Callers.as(jan, () -> timeline.of(customer.value(), 5))).isEmpty();
        assertMissing(() -> Callers.run(jan, () -> cases.consult(file.id())));
    }

    @Test
    void aConfidentialCaseGoesOutOfSightWithItsWholeStory() {
        PartyId customer = customer();
        UnitId social = unit("Sociale dienst");
        Caller worker = towns.person(here, StandardRole.CASE_HANDLER, Optional.of(social));
        CaseFile file = opened(confidential("Schuldbemiddeling", here.unit(), customer));

        Callers.run(jan, () -> cases.moveToUnit(file.id(), social));

        assertMissing(() -> Callers.run(jan, () -> cases.get(file.id())));
        assertThat(Callers.as(jan, () -> timeline.of(customer.value(), 5))).isEmpty();
        assertThat(Callers.as(worker, () -> timeline.of(customer.value(), 5))).hasSize(1);
        assertThat(Callers.as(worker, () -> search.find("Schuldbemiddeling", List.of(), 5)))
                .hasSize(1);
        assertThat(
                        Callers.as(worker, () -> cases.get(file.id()))
                                .tasks()
                                .getFirst()
                                .assignee()
                                .unit())
                .isEqualTo(social);
    }

    @Test
    void aConfidentialCaseIsOnlyGivenToSomebodyOfItsUnit() {
        CaseFile file = opened(confidential("Schuldbemiddeling", here.unit(), customer()));
        Caller coordinator = towns.person(here, StandardRole.COORDINATOR);
        Caller outsider =
                towns.person(here, StandardRole.CASE_HANDLER, Optional.of(unit("Leefmilieu")));

        assertRefused(
                "cases.handler-may-not-see",
                () -> Callers.run(coordinator, () -> cases.assign(file.id(), id(outsider))));
        Callers.run(coordinator, () -> cases.assign(file.id(), id(fatima)));

        assertThat(list(fatima, View.MINE)).hasSize(1);
    }

    @Test
    void aCaseIsTakenOnceAndGivenBack() {
        CaseFile file = opened("Uren containerpark");

        Callers.run(jan, () -> cases.take(file.id()));

        assertThat(list(jan, View.MINE)).hasSize(1);
        assertThat(Callers.as(jan, cases::counts))
                .isEqualTo(
                        Map.of(
                                View.MINE, 1L,
                                View.TEAM, 1L,
                                View.UNASSIGNED, 0L,
                                View.OVERDUE, overdueNow(),
                                View.ALL_OPEN, 1L));
        assertThatThrownBy(() -> Callers.run(fatima, () -> cases.take(file.id())))
                .isInstanceOfSatisfying(
                        Conflict.class,
                        conflict -> assertThat(conflict.arguments()).containsExactly(jan.name()));
        assertRefused(
                "access.permission", () -> Callers.run(fatima, () -> cases.release(file.id())));
        Callers.run(jan, () -> cases.release(file.id()));
        assertThat(list(fatima, View.UNASSIGNED)).hasSize(1);
    }

    @Test
    void theWorkOfSomebodyWhoLeavesGoesBackToTheUnit() {
        CaseFile file = opened(confidential("Schuldbemiddeling", here.unit(), customer()));
        Callers.run(jan, () -> cases.take(file.id()));

        Callers.run(here.administrator(), () -> employees.leave(id(jan)));

        CaseDetail left = Callers.as(fatima, () -> cases.get(file.id()));
        assertThat(left.file().placement().handler()).isEmpty();
        assertThat(left.tasks().getFirst().assignee().employee()).isEmpty();
        assertThat(list(fatima, View.UNASSIGNED)).hasSize(1);
    }

    @Test
    void openWorkFollowsAUnitIntoItsSuccessor() {
        CaseFile open = opened(confidential("Open zaak", here.unit(), customer()));
        CaseFile closed = opened("Gesloten zaak");
        finishTasks(closed);
        Callers.run(jan, () -> cases.close(closed.id(), 0, "answered"));
        UnitId next = unit("Burgerzaken");

        Callers.run(here.administrator(), () -> units.mergeInto(here.unit(), next));

        Caller worker = towns.person(here, StandardRole.CASE_HANDLER, Optional.of(next));
        CaseDetail moved = Callers.as(worker, () -> cases.get(open.id()));
        assertThat(moved.file().placement().unit()).isEqualTo(next);
        assertThat(moved.tasks().getFirst().assignee().unit()).isEqualTo(next);
        assertThat(Callers.as(worker, () -> timeline.of(open.id().value(), 5)))
                .extracting(TimelineLine::event)
                .containsExactly("cases.moved", "cases.opened");
        assertThat(Callers.as(worker, () -> cases.get(closed.id())).file().placement().unit())
                .isEqualTo(here.unit());

        Callers.run(worker, () -> cases.reopen(closed.id(), "Klant belde terug"));

        assertThat(Callers.as(worker, () -> cases.get(closed.id())).file().placement().unit())
                .isEqualTo(next);
    }

    @Test
    void aCaseThatGoesOnHasNoHandlerWhoLeft() {
        CaseFile file = opened("Uren containerpark");
        Callers.run(jan, () -> cases.take(file.id()));
        finishTasks(file);
        int revision = Callers.as(jan, () -> cases.get(file.id())).file().progress().revision();
        Callers.run(jan, () -> cases.close(file.id(), revision, "answered"));
        var leaver = new EmployeeId(jan.employee().orElseThrow());
        Callers.run(here.administrator(), () -> employees.leave(leaver));

        CaseFile again = Callers.as(fatima, () -> cases.reopen(file.id(), "Klant belde terug"));

        assertThat(again.placement().handler()).isEmpty();
        assertThat(list(fatima, View.UNASSIGNED)).hasSize(1);
    }

    @Test
    void theSameOriginOpensOneCase() throws Exception {
        var origin = Optional.of(new Origin("POST", Ids.next()));
        Callable<CaseFile> work = () -> opened(from(origin));

        var answers = Together.run(java.util.Collections.nCopies(6, work));

        assertThat(answers).hasOnlyElementsOfType(CaseFile.class);
        assertThat(answers.stream().map(answer -> ((CaseFile) answer).id()).distinct()).hasSize(1);
        int given = ((CaseFile) answers.getFirst()).number().sequence();
        assertThat(IntStream.range(0, 5).mapToObj(n -> opened("Volgende " + n).number().sequence()))
                .as("what the others gave back is used, beside " + given)
                .doesNotContain(given)
                .isSubsetOf(1, 2, 3, 4, 5, 6)
                .doesNotHaveDuplicates();
    }

    @Test
    void anAnswerStandsOnBothTimelinesAndOneOfTheCustomerChangesTheCase() {
        PartyId customer = customer();
        CaseFile file = opened(asked("Vraag", RECEIVED, Optional.of(customer)));
        UUID entry = Ids.next();

        Callers.run(here.service(), () -> cases.answerReceived(file.id(), "Nog een vraag", entry));
        Callers.run(jan, () -> cases.answerSent(file.id(), Ids.next(), "Het antwoord"));

        assertThat(Callers.as(jan, () -> timeline.of(file.id().value(), 5)))
                .extracting(TimelineLine::event)
                .containsExactly("cases.answer-sent", "cases.answer-received", "cases.opened");
        assertThat(Callers.as(jan, () -> timeline.of(customer.value(), 5))).hasSize(3);
        assertThat(Callers.as(jan, () -> cases.get(file.id())).file().progress().revision())
                .isEqualTo(1);
        assertThatThrownBy(() -> Callers.run(jan, () -> cases.close(file.id(), 0, "answered")))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void everyStepAndConsultationIsInTheLogOfTheCase() {
        CaseFile file = opened("Uren containerpark");
        Callers.run(jan, () -> cases.take(file.id()));
        Callers.run(jan, () -> cases.addNote(file.id(), "Gebeld, geen antwoord"));

        Callers.run(fatima, () -> cases.consult(file.id()));

        var question =
                new Audit.Question(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(file.id().value()),
                        Optional.empty(),
                        Optional.empty());
        var log =
                Callers.as(
                        here.service(), () -> audit.list(question, new PageRequest(1, 10)).rows());
        assertThat(log)
                .extracting(LogLine::action)
                .containsExactly(
                        "cases.consulted", "cases.note-added", "cases.assigned", "cases.opened");
        assertThat(log.getFirst().purpose()).isEqualTo("CASE");
        assertThat(log.getFirst().actor()).isEqualTo(fatima.name());
    }

    @Test
    void aCaseAndAListTakeAHandfulOfStatementsWhateverTheirSize() {
        CaseFile file = opened("Uren containerpark");
        for (int i = 0; i < 5; i++) {
            Callers.run(jan, () -> cases.addNote(file.id(), "Gebeld"));
            opened("Nog een vraag");
        }

        int one = Callers.as(jan, () -> statements(() -> cases.get(file.id())));
        int list = Callers.as(jan, () -> statements(() -> list(jan, View.ALL_OPEN)));
        int counts = Callers.as(jan, () -> statements(cases::counts));

        assertThat(one).isLessThanOrEqualTo(WHO_ASKS + 3);
        assertThat(list).isLessThanOrEqualTo(WHO_ASKS + 2);
        assertThat(counts).isLessThanOrEqualTo(WHO_ASKS + 1);
    }

    @Test
    void aSubjectOfTenMegabytesIsRefused() {
        assertRefused("cases.subject-too-long", () -> opened("x".repeat(10_000_000)));
        assertRefused("cases.subject-missing", () -> opened(" \u0000 "));
    }

    @Test
    void aReaderSeesButDoesNotHandle() {
        CaseFile file = opened("Uren containerpark");
        Caller reader = towns.person(here, StandardRole.READER);

        assertThat(list(reader, View.ALL_OPEN)).hasSize(1);
        assertRefused("access.permission", () -> Callers.run(reader, () -> cases.take(file.id())));
        assertRefused(
                "access.permission",
                () -> Callers.run(here.administrator(), () -> cases.get(file.id())));
    }

    private static int statements(Supplier<?> work) {
        return StatementCount.during(() -> {
            assertThat(work.get()).isNotNull();
            return StatementCount.soFar();
        });
    }

    private long overdueNow() {
        return Brussels.today(clock).isAfter(LocalDate.of(2026, 3, 16)) ? 1L : 0L;
    }

    private boolean openOrRollBack(boolean fails) {
        return Boolean.TRUE.equals(
                transactions.execute(status -> {
                    cases.open(asked("Vraag", RECEIVED, Optional.empty()));
                    if (fails) {
                        status.setRollbackOnly();
                    }
                    return !fails;
                }));
    }

    private CaseFile opened(String subject) {
        return opened(asked(subject, RECEIVED, Optional.empty()));
    }

    private CaseFile opened(OpenCase command) {
        return Callers.as(jan, () -> cases.open(command));
    }

    private void finishTasks(CaseFile file) {
        Callers.run(
                jan,
                () ->
                        cases.get(file.id())
                                .tasks()
                                .forEach(task -> cases.finishTask(file.id(), task.id())));
    }

    private OpenCase asked(String subject, LocalDate received, Optional<PartyId> party) {
        return new OpenCase(
                CaseTypes.INFORMATION_QUESTION,
                subject,
                "Wanneer is het containerpark open?",
                party,
                here.unit(),
                new OpenCase.Intake(Channel.MAIL, received, Optional.empty()),
                Optional.empty());
    }

    private OpenCase from(Optional<Origin> origin) {
        return new OpenCase(
                CaseTypes.INFORMATION_QUESTION,
                "Vraag",
                "",
                Optional.empty(),
                here.unit(),
                new OpenCase.Intake(Channel.MAIL, RECEIVED, origin),
                Optional.empty());
    }

    private OpenCase confidential(String subject, UnitId unit, PartyId party) {
        return new OpenCase(
                CaseTypes.INFORMATION_QUESTION,
                subject,
                "",
                Optional.of(party),
                unit,
                new OpenCase.Intake(Channel.DESK, RECEIVED, Optional.empty()),
                Optional.of(Confidentiality.CONFIDENTIAL));
    }

    private PartyId customer() {
        return Callers.as(
                jan, () -> parties.register(NewParty.person("Klant", Optional.empty(), "DESK")));
    }

    private List<CaseLine> list(Caller caller, View view) {
        return Callers.as(
                caller,
                () -> {
                    var page = cases.list(CaseFilter.of(view), new PageRequest(1, 200));
                    assertThat(page.total().value()).isEqualTo(page.rows().size());
                    return page.rows();
                });
    }

    private UnitId unit(String name) {
        return Callers.as(here.administrator(), () -> units.open(name, Optional.empty()).id());
    }

    private static EmployeeId id(Caller caller) {
        return new EmployeeId(caller.employee().orElseThrow());
    }

    private static void assertRefused(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOf(Refused.class)
                .extracting(refusal -> ((OnthaalException) refusal).code())
                .isEqualTo(code);
    }

    private static void assertMissing(ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOf(NotFound.class);
    }
}
