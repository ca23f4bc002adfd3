// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import java.time.LocalDate;

/** Days on end on which an authority or unit is closed, the first and the last included. */
public record Closure(LocalDate first, LocalDate last) {

    public Closure {
        if (last.isBefore(first)) {
            throw new Refused("common.closure-reversed", first, last);
        }
    }

    public static Closure on(LocalDate date) {
        return new Closure(date, date);
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(first) && !date.isAfter(last);
    }
}
