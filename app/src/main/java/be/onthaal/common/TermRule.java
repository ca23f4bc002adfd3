// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import java.time.LocalDate;
import java.util.Locale;

/**
 * How a term is reckoned: how many days or hours of which kind, from when, and whether its end
 * waits for a working day; {@link Term} reckons with it.
 *
 * <p>In general law a term runs from the day after the act, includes its last day, and moves to the
 * next working day when that is a Saturday, Sunday or holiday (Gerechtelijk Wetboek, art. 52 and
 * 53).
 */
public record TermRule(int amount, Unit unit, Start starts, boolean movesToWorkingDay) {

    /** What a term counts. */
    public enum Unit {
        CALENDAR_DAYS,
        WORKING_DAYS,
        /** Hours in which the counter of whoever must act is open; the start rule is of days. */
        OPENING_HOURS
    }

    /** Whether the day of the act is itself the first day of the term. */
    public enum Start {
        ON_DAY,
        DAY_AFTER
    }

    static final int LONGEST = 36_525;

    public TermRule {
        if (amount < 1 || amount > LONGEST) {
            throw new IllegalArgumentException("A term has 1 to " + LONGEST + " units: " + amount);
        }
    }

    /** The end of a term that runs from an act on this day without pause or extension. */
    public TermEnd endOf(LocalDate act, WorkingCalendar calendar) {
        return Term.of(this, Brussels.startOfDay(act)).end(calendar);
    }

    public LocalDate dueOn(LocalDate act, WorkingCalendar calendar) {
        return endOf(act, calendar).due();
    }

    /**
     * The sentence about such a term. Arguments of every key in days: amount, start, due; of those
     * that end on {@code .moved} also the day on which it would have ended and why that is no
     * working day, itself a {@link Message}.
     */
    String key() {
        return unit == Unit.OPENING_HOURS
                ? "common.term.opening-hours"
                : unitKey("common.term") + "." + written(starts);
    }

    /** A key with the unit behind it. */
    String unitKey(String prefix) {
        return prefix + "." + written(unit);
    }

    private static String written(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
