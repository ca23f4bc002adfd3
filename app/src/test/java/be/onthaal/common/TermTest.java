// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import static be.onthaal.common.TermRule.Start.DAY_AFTER;
import static be.onthaal.common.TermRule.Start.ON_DAY;
import static be.onthaal.common.TermRule.Unit.CALENDAR_DAYS;
import static be.onthaal.common.TermRule.Unit.OPENING_HOURS;
import static be.onthaal.common.TermRule.Unit.WORKING_DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Terms that stand still, go on and are extended. */
class TermTest {

    private static final WorkingCalendar LEGAL = WorkingCalendar.mondayToFriday(Holidays.flemish());
    private static final WorkingCalendar COUNTER =
            WorkingCalendar.of(
                    OpeningHours.onWeekdays(
                            OpenInterval.of("09:00", "12:00"), OpenInterval.of("13:00", "17:00")),
                    Holidays.flemish());

    /** Openness of government: 20 calendar days, extendable to 40 (Bestuursdecreet art. II.43). */
    private static final TermRule OPENNESS = new TermRule(20, CALENDAR_DAYS, DAY_AFTER, true);

    @Test
    void aRequestForAPieceIsAnsweredWithinTwentyDays() {
        assertThat(due(Term.of(OPENNESS, at("2026-11-03T10:15")))).isEqualTo("2026-11-23");
    }

    @Test
    void extendedOnceItIsFortyDays() {
        Term term = Term.of(OPENNESS, at("2026-11-03T10:15")).extended(20);

        assertThat(due(term)).isEqualTo("2026-12-14");
        assertThatThrownBy(() -> term.extended(20)).isInstanceOf(Refused.class);
    }

    @Test
    void aTermStandsStillUntilTheCustomerAnswers() {
        Term asked =
                Term.of(new TermRule(30, CALENDAR_DAYS, DAY_AFTER, false), at("2026-03-02T09:00"))
                        .suspended(at("2026-03-10T16:00"));

        assertThat(asked.standsStill()).isTrue();
        assertThat(due(asked)).isEqualTo("2026-04-01");
        assertThat(due(asked.resumed(at("2026-03-25T08:30")))).isEqualTo("2026-04-16");
    }

    @Test
    void whoAnswersTheSameDayCostsNoDay() {
        Term term =
                Term.of(OPENNESS, at("2026-11-03T10:15"))
                        .suspended(at("2026-11-05T09:00"))
                        .resumed(at("2026-11-05T15:00"));

        assertThat(due(term)).isEqualTo("2026-11-23");
    }

    @Test
    void itStandsStillAsOftenAsNeeded() {
        Term term =
                Term.of(new TermRule(10, WORKING_DAYS, DAY_AFTER, true), at("2026-06-01T10:00"))
                        .suspended(at("2026-06-02T10:00"))
                        .resumed(at("2026-06-04T10:00"))
                        .suspended(at("2026-06-08T10:00"))
                        .resumed(at("2026-06-09T10:00"));

        assertThat(due(term)).isEqualTo("2026-06-18");
    }

    @Test
    void aTermThatStandsStillIsNotSuspendedAgainNorOneThatRunsResumed() {
        Term term = Term.of(OPENNESS, at("2026-11-03T10:15"));
        Term still = term.suspended(at("2026-11-05T10:15"));

        assertThatThrownBy(() -> still.suspended(at("2026-11-06T10:15")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> term.resumed(at("2026-11-06T10:15"))).isInstanceOf(Refused.class);
    }

    @Test
    void hoursCountOnlyWhileTheCounterIsOpen() {
        Term term =
                Term.of(new TermRule(8, OPENING_HOURS, DAY_AFTER, false), at("2026-11-20T15:00"));

        TermEnd end = term.end(COUNTER);

        assertThat(end.at()).isEqualTo(at("2026-11-23T16:00"));
        assertThat(end.due()).isEqualTo("2026-11-23");
    }

    @Test
    void hoursStandStillToo() {
        Term term =
                Term.of(new TermRule(8, OPENING_HOURS, DAY_AFTER, false), at("2026-11-20T15:00"))
                        .suspended(at("2026-11-20T16:00"))
                        .resumed(at("2026-11-24T10:00"));

        assertThat(term.end(COUNTER).at()).isEqualTo(at("2026-11-25T10:00"));
    }

    @Test
    void theDayWithoutAnHourInMarchIsADay() {
        Term term = Term.of(new TermRule(2, CALENDAR_DAYS, ON_DAY, false), at("2026-03-28T23:30"));

        assertThat(due(term)).isEqualTo("2026-03-29");
        assertThat(term.end(LEGAL).at()).isEqualTo(Instant.parse("2026-03-29T22:00:00Z"));
    }

    @Test
    void whatBelongsToTheDayAfterMidnightIsOfThatDay() {
        assertThat(due(Term.of(OPENNESS, at("2026-11-03T23:59")))).isEqualTo("2026-11-23");
        assertThat(due(Term.of(OPENNESS, at("2026-11-04T00:00")))).isEqualTo("2026-11-24");
    }

    @Test
    void everyReasonIsTold() {
        Term term =
                Term.of(OPENNESS, at("2026-11-03T10:15"))
                        .extended(20)
                        .suspended(at("2026-11-05T09:00"))
                        .resumed(at("2026-11-09T15:00"));

        assertThat(keys(term.end(LEGAL).why()))
                .containsExactly(
                        "common.term.calendar-days.day-after",
                        "common.term.extended.calendar-days",
                        "common.term.paused");
    }

    @Test
    void pausesThatOverlapAreNone() {
        var first = new Term.Pause(at("2026-11-05T09:00"), Optional.of(at("2026-11-09T09:00")));
        var second = new Term.Pause(at("2026-11-06T09:00"), Optional.empty());

        assertThatThrownBy(
                        () -> new Term(OPENNESS, at("2026-11-03T10:15"), 0, List.of(first, second)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTermThatWouldNeverEndIsRefused() {
        var closed = WorkingCalendar.of(OpeningHours.closed(), Holidays.none());
        Term term = Term.of(new TermRule(3, WORKING_DAYS, DAY_AFTER, true), at("2026-11-03T10:15"));
        Term hours =
                Term.of(new TermRule(3, OPENING_HOURS, DAY_AFTER, true), at("2026-11-03T10:15"));

        assertThatThrownBy(() -> term.end(closed)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> hours.end(closed)).isInstanceOf(Refused.class);
    }

    private static List<String> keys(Message why) {
        return why.key().equals("common.term.and")
                ? why.arguments().stream().flatMap(part -> keys((Message) part).stream()).toList()
                : List.of(why.key());
    }

    private static LocalDate due(Term term) {
        return term.end(LEGAL).due();
    }

    private static Instant at(String local) {
        return Brussels.instant(LocalDateTime.parse(local));
    }
}
