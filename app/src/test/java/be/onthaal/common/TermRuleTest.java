// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import static be.onthaal.common.TermRule.Start.DAY_AFTER;
import static be.onthaal.common.TermRule.Start.ON_DAY;
import static be.onthaal.common.TermRule.Unit.CALENDAR_DAYS;
import static be.onthaal.common.TermRule.Unit.WORKING_DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TermRuleTest {

    private static final WorkingCalendar CALENDAR =
            WorkingCalendar.mondayToFriday(Holidays.legal());
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);

    @Test
    void aTermThatEndsOnASundayMovesToMonday() {
        var rule = new TermRule(20, CALENDAR_DAYS, DAY_AFTER, true);

        TermEnd end = rule.endOf(MONDAY, CALENDAR);

        LocalDate sunday = LocalDate.of(2026, 11, 22);
        LocalDate monday = LocalDate.of(2026, 11, 23);
        assertThat(end.due()).isEqualTo(monday);
        assertThat(end.why())
                .isEqualTo(
                        Message.of(
                                "common.term.calendar-days.day-after.moved",
                                20,
                                MONDAY,
                                monday,
                                sunday,
                                Message.of("common.closed.weekday")));
    }

    @Test
    void aTermThatMayEndOnASundayStaysThere() {
        var rule = new TermRule(20, CALENDAR_DAYS, DAY_AFTER, false);

        TermEnd end = rule.endOf(MONDAY, CALENDAR);

        assertThat(end.due()).isEqualTo("2026-11-22");
        assertThat(end.why())
                .isEqualTo(
                        Message.of("common.term.calendar-days.day-after", 20, MONDAY, end.due()));
    }

    @Test
    void aTermThatEndsAtChristmasSaysThatItIsChristmas() {
        var rule = new TermRule(24, CALENDAR_DAYS, DAY_AFTER, true);

        TermEnd end = rule.endOf(LocalDate.of(2026, 12, 1), CALENDAR);

        assertThat(end.due()).isEqualTo("2026-12-28");
        assertThat(end.why().arguments())
                .contains(LocalDate.of(2026, 12, 25), Message.of("common.holiday.christmas"));
    }

    @Test
    void theDayOfTheActCountsOnlyWhenTheRuleSaysSo() {
        assertThat(new TermRule(10, CALENDAR_DAYS, ON_DAY, false).dueOn(MONDAY, CALENDAR))
                .isEqualTo("2026-11-11");
        assertThat(new TermRule(10, CALENDAR_DAYS, DAY_AFTER, false).dueOn(MONDAY, CALENDAR))
                .isEqualTo("2026-11-12");
    }

    @Test
    void workingDaysLeaveOutWeekendsAndArmistice() {
        assertThat(new TermRule(10, WORKING_DAYS, DAY_AFTER, true).dueOn(MONDAY, CALENDAR))
                .isEqualTo("2026-11-17");
        assertThat(new TermRule(10, WORKING_DAYS, ON_DAY, true).dueOn(MONDAY, CALENDAR))
                .isEqualTo("2026-11-16");
    }

    @Test
    void aTermOfOneWorkingDayThatStartsOnASundayEndsOnMonday() {
        LocalDate sunday = LocalDate.of(2026, 11, 22);

        assertThat(new TermRule(1, WORKING_DAYS, ON_DAY, true).dueOn(sunday, CALENDAR))
                .isEqualTo("2026-11-23");
        assertThat(new TermRule(1, CALENDAR_DAYS, ON_DAY, false).dueOn(sunday, CALENDAR))
                .isEqualTo(sunday);
    }

    @Test
    void everyTermAgreesWithCrossingOffDaysOnAPaperCalendar() {
        var random = new Random(74);
        for (int i = 0; i < 4_000; i++) {
            var rule =
                    new TermRule(
                            1 + random.nextInt(60),
                            random.nextBoolean() ? CALENDAR_DAYS : WORKING_DAYS,
                            random.nextBoolean() ? ON_DAY : DAY_AFTER,
                            random.nextBoolean());
            LocalDate start = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(5_000));

            LocalDate due = rule.dueOn(start, CALENDAR);

            assertThat(due).as("%s from %s", rule, start).isEqualTo(crossedOff(rule, start));
        }
    }

    @Test
    void aTermHasAtLeastOneDay() {
        assertThatThrownBy(() -> new TermRule(0, CALENDAR_DAYS, DAY_AFTER, true))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TermRule(Integer.MAX_VALUE, WORKING_DAYS, DAY_AFTER, true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static LocalDate crossedOff(TermRule rule, LocalDate start) {
        LocalDate day = rule.starts() == ON_DAY ? start : start.plusDays(1);
        int crossed = 0;
        while (true) {
            boolean works = day.getDayOfWeek().getValue() < 6 && !Holidays.legal().contains(day);
            crossed += rule.unit() == CALENDAR_DAYS || works ? 1 : 0;
            if (crossed >= rule.amount() && (works || !rule.movesToWorkingDay())) {
                return day;
            }
            day = day.plusDays(1);
        }
    }
}
