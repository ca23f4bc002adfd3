// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import java.time.LocalDate;
import java.util.Locale;

/**
 * How a term is reckoned: how many days of which kind, from when, and whether its end waits for a
 * working day.
 *
 * <p>In general law a term runs from the day after the act, includes its last day, and moves to the
 * next working day when that is a Saturday, Sunday or holiday (Gerechtelijk Wetboek, art. 52 and
 * 53).
 */
public record TermRule(int amount, Unit unit, Start starts, boolean movesToWorkingDay) {

    /** The days a term counts. */
    public enum Unit {
        CALENDAR_DAYS,
        WORKING_DAYS
    }

    /** Whether the day of the act is itself the first day of the term. */
    public enum Start {
        ON_DAY,
        DAY_AFTER
    }

    private static final int LONGEST = 36_525;

    public TermRule {
        if (amount < 1 || amount > LONGEST) {
            throw new IllegalArgumentException("A term has 1 to " + LONGEST + " days: " + amount);
        }
    }

    public LocalDate dueOn(LocalDate start, WorkingCalendar calendar) {
        return endOf(start, calendar).due();
    }

    /**
     * The end with its explanation. Arguments of every key: amount, start, due; of keys that end on
     * {@code .moved} also the day on which the term would have ended and why that is no working
     * day, itself a {@link Message}.
     */
    public TermEnd endOf(LocalDate start, WorkingCalendar calendar) {
        LocalDate reckoned = reckoned(start, calendar);
        LocalDate due = movesToWorkingDay ? calendar.workingDayOnOrAfter(reckoned) : reckoned;
        Message why =
                calendar.whyClosed(reckoned)
                        .filter(closed -> !due.equals(reckoned))
                        .map(c -> Message.of(key() + ".moved", amount, start, due, reckoned, c))
                        .orElseGet(() -> Message.of(key(), amount, start, due));
        return new TermEnd(due, why);
    }

    private LocalDate reckoned(LocalDate start, WorkingCalendar calendar) {
        LocalDate dayZero = starts == Start.ON_DAY ? start.minusDays(1) : start;
        return switch (unit) {
            case CALENDAR_DAYS -> dayZero.plusDays(amount);
            case WORKING_DAYS -> calendar.plusWorkingDays(dayZero, amount);
        };
    }

    private String key() {
        String key = "common.term." + unit.name() + "." + starts.name();
        return key.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
