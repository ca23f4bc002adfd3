// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class OpeningHoursTest {

    private static final OpenInterval MORNING = OpenInterval.of("09:00", "12:00");
    private static final OpenInterval AFTERNOON = OpenInterval.of("13:30", "16:30");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Test
    void aLunchBreakMakesTwoIntervalsInOrder() {
        OpeningHours hours = OpeningHours.onWeekdays(AFTERNOON, MORNING);

        assertThat(hours.hoursOn(MONDAY)).containsExactly(MORNING, AFTERNOON);
        assertThat(hours.hoursOn(MONDAY.plusDays(5))).isEmpty();
    }

    @Test
    void otherHoursOnADateReplaceThoseOfTheWeek() {
        OpeningHours hours =
                OpeningHours.onWeekdays(MORNING, AFTERNOON)
                        .on(MONDAY, AFTERNOON)
                        .on(MONDAY.plusDays(1));

        assertThat(hours.hoursOn(MONDAY)).containsExactly(AFTERNOON);
        assertThat(hours.hoursOn(MONDAY.plusDays(1))).isEmpty();
        assertThat(hours.hoursOn(MONDAY.plusDays(2))).containsExactly(MORNING, AFTERNOON);
    }

    @Test
    void intervalsMayTouchButNotOverlap() {
        OpeningHours hours = OpeningHours.closed();
        OpenInterval untilEleven = OpenInterval.of("08:00", "11:00");

        assertThat(hours.on(DayOfWeek.MONDAY, MORNING, OpenInterval.of("12:00", "13:00")))
                .isNotNull();
        assertThatThrownBy(() -> hours.on(DayOfWeek.MONDAY, MORNING, untilEleven))
                .isInstanceOf(Refused.class)
                .hasMessage("common.opening-hours-overlap");
        assertThatThrownBy(() -> hours.on(MONDAY, OpenInterval.WHOLE_DAY, MORNING))
                .isInstanceOf(Refused.class);
    }

    @Test
    void anIntervalMayLastUntilMidnightButNotRunBackwards() {
        OpenInterval evening = OpenInterval.of("20:00", "24:00");

        assertThat(evening.contains(LocalTime.MAX)).isTrue();
        assertThat(evening.contains(LocalTime.of(19, 59))).isFalse();
        assertThat(MORNING.contains(LocalTime.of(12, 0))).isFalse();
        assertThatThrownBy(() -> OpenInterval.of("12:00", "09:00")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> OpenInterval.of("12:00", "12:00")).isInstanceOf(Refused.class);
    }

    @Test
    void hoursDoNotChangeWithTheListTheyWereMadeFrom() {
        OpenInterval[] intervals = {MORNING};
        OpeningHours hours = OpeningHours.closed().on(DayOfWeek.MONDAY, intervals);

        intervals[0] = AFTERNOON;

        assertThat(hours.hoursOn(MONDAY)).containsExactly(MORNING);
    }
}
