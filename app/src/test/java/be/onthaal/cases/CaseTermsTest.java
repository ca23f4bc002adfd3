// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.cases.model.DefinitionText;
import be.onthaal.common.Brussels;
import be.onthaal.common.Channel;
import be.onthaal.common.OnthaalException;
import be.onthaal.common.OpeningHours;
import be.onthaal.common.PageRequest;
import be.onthaal.database.Ids;
import be.onthaal.organisation.StandardRole;
import be.onthaal.organisation.UnitHours;
import be.onthaal.testing.MovableClock;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The term of a case that waits for somebody, goes on, and is extended. */
@OnthaalTest
class CaseTermsTest {

    /** Ten working days after Monday 2 March 2026. */
    private static final LocalDate RECEIVED = LocalDate.of(2026, 3, 2);

    private static final LocalDate DUE = LocalDate.of(2026, 3, 16);

    private static final String HOURS =
            "\"term\": {\"amount\": 24, \"unit\": \"OPENING_HOURS\","
                    + " \"starts\": \"DAY_AFTER\", \"movesToWorkingDay\": false}";

    @Autowired TownFixtures towns;
    @Autowired Cases cases;
    @Autowired CaseTerms terms;
    @Autowired CaseTypes types;
    @Autowired CaseTransfers transfers;
    @Autowired UnitHours hours;
    @Autowired Clock clock;

    private TestAuthority here;
    private Caller jan;
    private CaseFile file;

    @BeforeEach
    void aCaseIsOpen() {
        here = towns.found().municipality();
        Callers.run(here.administrator(), types::installStandard);
        jan = towns.person(here, StandardRole.CASE_HANDLER);
        at("2026-03-02T09:00");
        file = opened();
    }

    @AfterEach
    void freeClock() {
        ((MovableClock) clock).free();
    }

    @Test
    void whileTheCustomerIsToAnswerTheTermStandsStill() {
        at("2026-03-04T16:00");
        suspend();

        assertThat(now().progress().status()).isEqualTo(CaseStatus.WAITING);
        assertThat(now().term().why().toString()).contains("common.term.stands-still");

        at("2026-03-11T10:00");
        Callers.run(jan, () -> terms.resume(file.id()));

        assertThat(now().progress().status()).isEqualTo(CaseStatus.OPEN);
        assertThat(now().term().dueOn()).isEqualTo("2026-03-23");
        assertThat(now().term().why().toString()).contains("common.term.paused");
    }

    @Test
    void anAnswerOfTheCustomerLetsItGoOn() {
        at("2026-03-04T16:00");
        suspend();
        at("2026-03-06T08:00");
        Callers.run(jan, () -> cases.answerReceived(file.id(), "Hier is het attest", Ids.next()));

        assertThat(now().progress().status()).isEqualTo(CaseStatus.OPEN);
        assertThat(now().term().dueOn()).isEqualTo("2026-03-18");
    }

    @Test
    void aTermThatStandsStillIsNotLate() {
        at("2026-03-04T16:00");
        suspend();
        at("2026-05-04T16:00");

        var late = CaseFilter.of(CaseFilter.View.OVERDUE);
        assertThat(Callers.as(jan, () -> cases.list(late, PageRequest.first())).rows()).isEmpty();
        assertThat(Callers.as(jan, cases::counts).get(CaseFilter.View.OVERDUE)).isZero();
    }

    @Test
    void itIsNotSuspendedTwiceNorResumedWhileItRuns() {
        assertRefused("common.term-running", () -> Callers.run(jan, () -> terms.resume(file.id())));
        suspend();
        assertRefused("common.term-suspended", this::suspend);
    }

    @Test
    void itIsExtendedOnceByWhatItsTypeAllows() {
        at("2026-03-12T09:00");
        extend();

        assertThat(now().term().dueOn()).isEqualTo("2026-03-30");
        assertThat(now().term().why().toString()).contains("common.term.extended.working-days");
        assertRefused("common.term-extended", this::extend);
    }

    @Test
    void whoIsTooLateDoesNotExtend() {
        at("2026-03-17T00:01");

        assertRefused("cases.extended-too-late", this::extend);
        assertThat(now().term().dueOn()).isEqualTo(DUE);
    }

    @Test
    void onItsLastDayItIsStillExtended() {
        at("2026-03-16T23:59");
        extend();

        assertThat(now().term().dueOn()).isEqualTo("2026-03-30");
    }

    @Test
    void standingStillDoesNotMakeOneWhoIsTooLateOnTimeAgain() {
        at("2026-03-17T00:01");
        suspend();

        assertRefused("cases.extended-too-late", this::extend);
        at("2026-03-25T09:00");
        Callers.run(jan, () -> terms.resume(file.id()));
        assertThat(now().term().dueOn()).isEqualTo(DUE);
    }

    @Test
    void whatStoodStillOnTimeIsExtendedLater() {
        at("2026-03-12T09:00");
        suspend();
        at("2026-04-20T09:00");
        extend();

        assertThat(now().term().dueOn()).isEqualTo("2026-03-30");
    }

    @Test
    void anExtensionOfAnEndThatWasGivenIsOfWorkingDaysToo() {
        file = takenOver(LocalDate.of(2026, 4, 1));
        at("2026-03-12T09:00");
        extend();

        assertThat(now().term().dueOn()).isEqualTo("2026-04-16");
    }

    @Test
    void anEndThatWasGivenAndIsOverStaysOver() {
        file = takenOver(LocalDate.of(2026, 2, 20));
        at("2026-03-04T16:00");
        suspend();
        assertThat(now().term().dueOn()).isEqualTo("2026-02-20");

        at("2026-03-11T10:00");
        Callers.run(jan, () -> terms.resume(file.id()));
        assertThat(now().term().dueOn()).isEqualTo("2026-02-20");
    }

    @Test
    void whatWasClosedWhileItStoodStillGoesOnFromThere() {
        at("2026-03-04T16:00");
        suspend();
        at("2026-03-11T10:00");
        Callers.run(
                jan,
                () -> {
                    cases.get(file.id()).tasks().forEach(t -> cases.finishTask(file.id(), t.id()));
                    cases.close(file.id(), now().progress().revision(), "answered");
                });
        Callers.run(jan, () -> cases.reopen(file.id(), "Toch niet klaar"));

        assertThat(now().term().dueOn()).isEqualTo("2026-03-23");
    }

    /**
     * Twenty-four hours of whole days from Monday nine o'clock, but for a Tuesday that is closed.
     */
    @Test
    void oneDateOfAUnitIsNoWeekInWhichItNeverOpens() {
        Callers.run(
                here.administrator(),
                () -> {
                    hours.set(here.unit(), OpeningHours.closed().on(LocalDate.of(2026, 3, 3)));
                    String usual =
                            DefinitionText.stored(
                                    types.current(CaseTypes.INFORMATION_QUESTION).definition());
                    types.publish(
                            CaseTypes.INFORMATION_QUESTION,
                            DefinitionText.read(usual.replaceFirst("\"term\" : \\{[^}]*}", HOURS)));
                });
        file = opened();

        assertThat(now().term().dueOn()).isEqualTo("2026-03-04");
        suspend();
        at("2026-03-02T10:00");
        Callers.run(jan, () -> terms.resume(file.id()));
        assertThat(now().term().dueOn()).isEqualTo("2026-03-04");
    }

    private CaseFile takenOver(LocalDate due) {
        return Callers.as(
                jan,
                () ->
                        transfers.takeOver(
                                question(),
                                new Formerly(
                                        Optional.of(due),
                                        Optional.empty(),
                                        Optional.empty(),
                                        List.of())));
    }

    @Test
    void aReasonIsNeeded() {
        assertRefused(
                "cases.reason-missing",
                () -> Callers.run(jan, () -> terms.suspend(file.id(), " ")));
        assertRefused(
                "cases.reason-missing", () -> Callers.run(jan, () -> terms.extend(file.id(), "")));
    }

    @Test
    void aClosedCaseHasNoTermThatRunsAndOneReopenedGoesOn() {
        suspend();
        Callers.run(
                jan,
                () -> {
                    cases.get(file.id()).tasks().forEach(t -> cases.finishTask(file.id(), t.id()));
                    cases.close(file.id(), now().progress().revision(), "answered");
                });

        assertRefused("cases.closed", this::suspend);
        Callers.run(jan, () -> cases.reopen(file.id(), "Toch niet klaar"));
        suspend();
        assertThat(now().progress().status()).isEqualTo(CaseStatus.WAITING);
    }

    @Test
    void anotherAuthorityDoesNotFindIt() {
        Caller neighbour = towns.person(towns.found().municipality(), StandardRole.CASE_HANDLER);

        assertRefused(
                "cases.case", () -> Callers.run(neighbour, () -> terms.suspend(file.id(), "x")));
        assertThat(now().progress().status()).isEqualTo(CaseStatus.OPEN);
    }

    private void suspend() {
        Callers.run(jan, () -> terms.suspend(file.id(), "Wacht op het attest"));
    }

    private void extend() {
        Callers.run(jan, () -> terms.extend(file.id(), "Advies van de brandweer nodig"));
    }

    private CaseFile now() {
        return Callers.as(jan, () -> cases.get(file.id())).file();
    }

    private CaseFile opened() {
        return Callers.as(jan, () -> cases.open(question()));
    }

    private OpenCase question() {
        return new OpenCase(
                CaseTypes.INFORMATION_QUESTION,
                "Uren containerpark",
                "Wanneer is het open?",
                Optional.empty(),
                here.unit(),
                new OpenCase.Intake(Channel.MAIL, RECEIVED, Optional.empty()),
                Optional.empty());
    }

    private void at(String local) {
        ((MovableClock) clock).set(Brussels.instant(LocalDateTime.parse(local)));
    }

    private static void assertRefused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        OnthaalException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
