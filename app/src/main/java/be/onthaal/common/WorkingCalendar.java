// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * When an authority or unit works: its opening hours, less its holidays and closures.
 *
 * <p>A working day is a day with at least one open interval. Hours that somebody has set for one
 * date win over a holiday or closure on that date. Legal terms are reckoned with {@link
 * #mondayToFriday}, whatever the opening hours of a counter.
 */
public record WorkingCalendar(OpeningHours hours, Holidays holidays, List<Closure> closures) {

    /** After so many days without an opening a calendar is taken never to open again. */
    private static final int PATIENCE_DAYS = 3_660;

    /** No term or promise of an authority reaches further; it bounds every computation. */
    private static final int HORIZON_DAYS = 73_050;

    public WorkingCalendar {
        closures = List.copyOf(closures);
    }

    public static WorkingCalendar of(OpeningHours hours, Holidays holidays) {
        return new WorkingCalendar(hours, holidays, List.of());
    }

    /** Whole days from Monday to Friday except holidays: the working days of legal terms. */
    public static WorkingCalendar mondayToFriday(Holidays holidays) {
        return of(OpeningHours.onWeekdays(OpenInterval.WHOLE_DAY), holidays);
    }

    public boolean isWorkingDay(LocalDate date) {
        return !hoursOn(date).isEmpty();
    }

    /** The open intervals of a date, after holidays and closures. */
    public List<OpenInterval> hoursOn(LocalDate date) {
        boolean off =
                hours.exceptionOn(date).isEmpty() && (isClosure(date) || holidays.contains(date));
        return off ? List.of() : hours.hoursOn(date);
    }

    /** Why there is no work on a date, for the screen; empty on a working day. */
    public Optional<Message> whyClosed(LocalDate date) {
        if (isWorkingDay(date)) {
            return Optional.empty();
        }
        if (hours.exceptionOn(date).isPresent()) {
            return Optional.of(Message.of("common.closed.exception"));
        }
        Optional<Message> holiday = holidays.on(date).map(day -> Message.of(day.nameKey()));
        String otherwise = isClosure(date) ? "common.closed.closure" : "common.closed.weekday";
        return holiday.or(() -> Optional.of(Message.of(otherwise)));
    }

    /** The first working day after a date. */
    public LocalDate nextWorkingDay(LocalDate date) {
        return workingDayFrom(date.plusDays(1), 1);
    }

    /** The date itself when it is a working day, else the first one after it. */
    public LocalDate workingDayOnOrAfter(LocalDate date) {
        return workingDayFrom(date, 1);
    }

    /** The n-th working day after a date, or before it when negative; 0 is the date itself. */
    public LocalDate plusWorkingDays(LocalDate date, int days) {
        int step = Integer.signum(days);
        LocalDate day = date;
        for (int left = days; left != 0; left -= step) {
            day = workingDayFrom(day.plusDays(step), step);
            checkHorizon(ChronoUnit.DAYS.between(date, day));
        }
        return day;
    }

    /**
     * How many working days later: those after the first date, up to and including the second;
     * negative when the second lies before the first. It undoes {@link #plusWorkingDays}.
     */
    public int workingDaysBetween(LocalDate from, LocalDate until) {
        checkHorizon(ChronoUnit.DAYS.between(from, until));
        int step = until.isBefore(from) ? -1 : 1;
        int count = 0;
        for (LocalDate day = from; !day.equals(until); ) {
            day = day.plusDays(step);
            count += isWorkingDay(day) ? step : 0;
        }
        return count;
    }

    public boolean isOpen(Instant instant) {
        LocalDate date = Brussels.date(instant);
        return openOn(date).stream().anyMatch(span -> span.contains(instant));
    }

    /** The time it is open between two instants; negative when the second is the earlier. */
    public Duration openTimeBetween(Instant from, Instant until) {
        if (until.isBefore(from)) {
            return openTimeBetween(until, from).negated();
        }
        checkHorizon(Duration.between(from, until).toDays());
        LocalDate last = Brussels.date(until);
        Duration open = Duration.ZERO;
        for (LocalDate day = Brussels.date(from); !day.isAfter(last); day = day.plusDays(1)) {
            for (OpenSpan span : openOn(day)) {
                open = open.plus(span.lengthWithin(from, until));
            }
        }
        return open;
    }

    /**
     * The first instant by which so much open time has passed; so a promise that fills the day ends
     * at closing time, not at the next opening.
     */
    public Instant plusOpenTime(Instant start, Duration open) {
        if (open.isNegative()) {
            throw new IllegalArgumentException("Open time runs forward: " + open);
        }
        Duration left = open;
        LocalDate day = Brussels.date(start);
        while (left.isPositive()) {
            checkHorizon(ChronoUnit.DAYS.between(Brussels.date(start), day));
            for (OpenSpan span : openOn(day)) {
                Duration length = span.lengthWithin(start, Instant.MAX);
                if (length.compareTo(left) >= 0) {
                    return span.until().minus(length).plus(left);
                }
                left = left.minus(length);
            }
            day = nextWorkingDay(day);
        }
        return start;
    }

    private List<OpenSpan> openOn(LocalDate date) {
        return OpenSpan.of(date, hoursOn(date));
    }

    private boolean isClosure(LocalDate date) {
        return closures.stream().anyMatch(closure -> closure.contains(date));
    }

    private LocalDate workingDayFrom(LocalDate start, int step) {
        LocalDate day = start;
        for (int tried = 0; tried < PATIENCE_DAYS; tried++) {
            if (isWorkingDay(day)) {
                return day;
            }
            day = day.plusDays(step);
        }
        throw new Refused("common.calendar-never-opens", start);
    }

    private static void checkHorizon(long days) {
        if (Math.abs(days) > HORIZON_DAYS) {
            throw new Refused("common.calendar-too-far", HORIZON_DAYS / 365);
        }
    }
}
