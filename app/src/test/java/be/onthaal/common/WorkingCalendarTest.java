// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class WorkingCalendarTest {

    private static final OpeningHours COUNTER =
            OpeningHours.onWeekdays(
                    OpenInterval.of("09:00", "12:00"), OpenInterval.of("13:30", "16:30"));
    private static final WorkingCalendar CALENDAR = WorkingCalendar.of(COUNTER, Holidays.flemish());
    private static final WorkingCalendar ALWAYS =
            WorkingCalendar.of(everyDay(OpenInterval.WHOLE_DAY), Holidays.none());
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate SPRING = LocalDate.of(2026, 3, 29);
    private static final LocalDate AUTUMN = LocalDate.of(2026, 10, 25);

    @Test
    void theWorkingDayAfterFridayIsMonday() {
        LocalDate next = CALENDAR.nextWorkingDay(FRIDAY);

        assertThat(next).isEqualTo("2026-11-23");
        assertThat(CALENDAR.workingDayOnOrAfter(FRIDAY)).isEqualTo(FRIDAY);
        assertThat(CALENDAR.workingDaysBetween(FRIDAY, next)).isEqualTo(1);
        assertThat(CALENDAR.workingDaysBetween(next, FRIDAY)).isEqualTo(-1);
    }

    @Test
    void theFirstWorkingDayAfterWednesdayBeforeAscensionIsFriday() {
        LocalDate wednesday = LocalDate.of(2026, 5, 13);

        LocalDate next = CALENDAR.plusWorkingDays(wednesday, 1);

        assertThat(next).isEqualTo("2026-05-15");
        assertThat(CALENDAR.plusWorkingDays(next, -1)).isEqualTo(wednesday);
        assertThat(CALENDAR.plusWorkingDays(next, 0)).isEqualTo(next);
    }

    @Test
    void theScreenCanSayWhyADayIsClosed() {
        LocalDate closed = LocalDate.of(2026, 12, 28);
        var calendar =
                new WorkingCalendar(
                        COUNTER.on(FRIDAY),
                        Holidays.flemish(),
                        List.of(new Closure(closed, closed.plusDays(4))));

        assertThat(calendar.whyClosed(FRIDAY)).contains(Message.of("common.closed.exception"));
        assertThat(calendar.whyClosed(FRIDAY.plusDays(1)))
                .contains(Message.of("common.closed.weekday"));
        assertThat(calendar.whyClosed(closed)).contains(Message.of("common.closed.closure"));
        assertThat(calendar.whyClosed(LocalDate.of(2026, 12, 25)))
                .contains(Message.of("common.holiday.christmas"));
        assertThat(calendar.whyClosed(FRIDAY.minusDays(1))).isEmpty();
    }

    @Test
    void hoursSetForOneDateWinOverHolidayAndClosure() {
        LocalDate feast = LocalDate.of(2026, 7, 11);
        var calendar =
                new WorkingCalendar(
                        COUNTER.on(feast, OpenInterval.of("10:00", "12:00")),
                        Holidays.flemish(),
                        List.of(Closure.on(feast)));

        assertThat(calendar.isWorkingDay(feast)).isTrue();
        assertThat(calendar.isOpen(at("2026-07-11T10:00"))).isTrue();
        assertThat(calendar.isOpen(at("2026-07-11T12:00"))).isFalse();
    }

    @Test
    void aCallbackPromisedOnFridayAfternoonEndsOnMondayMorning() {
        Instant promised = at("2026-11-20T15:30");

        Instant due = CALENDAR.plusOpenTime(promised, Duration.ofHours(4));

        assertThat(due).isEqualTo(at("2026-11-23T12:00"));
        assertThat(CALENDAR.openTimeBetween(promised, due)).hasHours(4);
        assertThat(CALENDAR.openTimeBetween(due, promised)).hasHours(-4);
    }

    @Test
    void aPromiseThatFillsTheDayEndsAtClosingTimeAndNotTheNextMorning() {
        Instant due = CALENDAR.plusOpenTime(at("2026-11-20T13:30"), Duration.ofHours(3));

        assertThat(due).isEqualTo(at("2026-11-20T16:30"));
    }

    @Test
    void noTimeAtAllChangesNothingEvenAtNight() {
        Instant night = at("2026-11-21T03:00");

        assertThat(CALENDAR.plusOpenTime(night, Duration.ZERO)).isEqualTo(night);
        assertThat(CALENDAR.openTimeBetween(night, night)).isZero();
    }

    @Test
    void openTimeCountsToTheNanosecond() {
        Instant start = at("2026-11-20T11:59").plusSeconds(59).plusNanos(7);

        Instant due = CALENDAR.plusOpenTime(start, Duration.ofSeconds(1));

        assertThat(due).isEqualTo(at("2026-11-20T13:30").plusNanos(7));
        assertThat(CALENDAR.openTimeBetween(start, due)).hasSeconds(1);
    }

    @Test
    void aLineThatIsAlwaysOpenLosesAnHourInMarchAndGainsOneInOctober() {
        assertThat(openOn(ALWAYS, SPRING)).hasHours(23);
        assertThat(openOn(ALWAYS, AUTUMN)).hasHours(25);
    }

    @Test
    void aNightShiftCountsTheHourThatComesTwiceAndNotTheSkippedOne() {
        var night =
                WorkingCalendar.of(everyDay(OpenInterval.of("02:30", "03:30")), Holidays.none());

        assertThat(openOn(night, SPRING)).hasMinutes(30);
        assertThat(openOn(night, AUTUMN)).hasMinutes(90);
        assertThat(night.isOpen(Instant.parse("2026-10-25T00:45:00Z"))).isTrue();
        assertThat(night.isOpen(Instant.parse("2026-10-25T01:15:00Z"))).isFalse();
        assertThat(night.isOpen(Instant.parse("2026-10-25T01:45:00Z"))).isTrue();
    }

    @Test
    void openTimeRunsOnOverMidnight() {
        Instant due = ALWAYS.plusOpenTime(at("2026-11-20T23:00"), Duration.ofHours(2));

        assertThat(due).isEqualTo(at("2026-11-21T01:00"));
    }

    @Test
    void aCalendarThatNeverOpensSaysSoInsteadOfSearchingForEver() {
        var never = WorkingCalendar.of(OpeningHours.closed(), Holidays.none());

        assertNeverOpens(() -> never.nextWorkingDay(FRIDAY));
        assertNeverOpens(() -> never.workingDayOnOrAfter(FRIDAY));
        assertNeverOpens(() -> never.plusWorkingDays(FRIDAY, 1));
        assertNeverOpens(() -> never.plusWorkingDays(FRIDAY, -1));
        assertNeverOpens(() -> never.plusOpenTime(at("2026-11-20T12:00"), Duration.ofHours(1)));
        assertThat(never.workingDaysBetween(FRIDAY, FRIDAY.plusYears(1))).isZero();
        assertThat(never.isOpen(at("2026-11-20T12:00"))).isFalse();
    }

    @Test
    void aCalendarThatOnceOpenedDoesNotOpenAgain() {
        var once =
                WorkingCalendar.of(
                        OpeningHours.closed().on(FRIDAY, OpenInterval.of("09:00", "10:00")),
                        Holidays.none());
        Instant opening = at("2026-11-20T09:00");

        assertThat(once.plusOpenTime(opening, Duration.ofHours(1)))
                .isEqualTo(at("2026-11-20T10:00"));
        assertNeverOpens(() -> once.plusOpenTime(opening, Duration.ofMinutes(61)));
    }

    @Test
    void timesBeyondAllTermsAreRefused() {
        assertTooFar(() -> CALENDAR.plusWorkingDays(FRIDAY, Integer.MAX_VALUE));
        assertTooFar(() -> CALENDAR.plusWorkingDays(FRIDAY, Integer.MIN_VALUE));
        assertTooFar(() -> CALENDAR.workingDaysBetween(LocalDate.MIN, LocalDate.MAX));
        assertTooFar(() -> CALENDAR.openTimeBetween(Instant.MIN, Instant.MAX));
        assertTooFar(() ->
                CALENDAR.plusOpenTime(at("2026-11-20T09:00"), Duration.ofSeconds(Long.MAX_VALUE)));
        assertThatThrownBy(
                        () -> CALENDAR.plusOpenTime(at("2026-11-20T09:00"), Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static OpeningHours everyDay(OpenInterval interval) {
        return OpeningHours.onWeekdays(interval)
                .on(DayOfWeek.SATURDAY, interval)
                .on(DayOfWeek.SUNDAY, interval);
    }

    private static Duration openOn(WorkingCalendar calendar, LocalDate date) {
        return calendar.openTimeBetween(Brussels.startOfDay(date), Brussels.endOfDay(date));
    }

    private static Instant at(String local) {
        return Brussels.instant(LocalDateTime.parse(local));
    }

    private static void assertNeverOpens(ThrowingCallable search) {
        assertThatThrownBy(search)
                .isInstanceOf(Refused.class)
                .hasMessage("common.calendar-never-opens");
    }

    private static void assertTooFar(ThrowingCallable search) {
        assertThatThrownBy(search)
                .isInstanceOf(Refused.class)
                .hasMessage("common.calendar-too-far");
    }
}
