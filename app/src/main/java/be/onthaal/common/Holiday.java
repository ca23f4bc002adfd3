// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import java.time.LocalDate;

/** A day off, with the message key of its name: a feast, or a day the authority has added. */
public record Holiday(LocalDate date, String nameKey) {

    /** A day between a feast and a weekend on which the authority closes. */
    public static Holiday bridging(LocalDate date) {
        return new Holiday(date, "common.holiday.bridging-day");
    }

    /** A day in place of a feast that fell in a weekend (law of 4 January 1974, art. 6). */
    public static Holiday replacement(LocalDate date) {
        return new Holiday(date, "common.holiday.replacement-day");
    }

    /** A feast of the town itself, such as the Monday of its fair. */
    public static Holiday local(LocalDate date) {
        return new Holiday(date, "common.holiday.local-day");
    }
}
