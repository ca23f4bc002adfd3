// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases.model;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * How long a closed case is kept, and then what.
 *
 * @param years whole years after closing; of no meaning for what is kept for ever
 */
public record Retention(Action action, int years) {

    /** What happens at the end. */
    public enum Action {
        KEEP,
        DESTROY,
        SAMPLE
    }

    private static final int LONGEST = 200;

    /** Whether the rule says enough to reckon with. */
    public boolean complete() {
        return action == Action.KEEP || (years >= 1 && years <= LONGEST);
    }

    /**
     * The last day it must be kept; empty when it is kept for ever. What closed on the last day of
     * February is kept until the last day of a February, so that no term is a day short.
     */
    public Optional<LocalDate> until(LocalDate closedOn) {
        if (action == Action.KEEP) {
            return Optional.empty();
        }
        LocalDate end = closedOn.plusYears(years);
        boolean lastOfFebruary =
                closedOn.getMonth() == Month.FEBRUARY
                        && closedOn.getDayOfMonth() == closedOn.lengthOfMonth();
        return Optional.of(lastOfFebruary ? end.with(TemporalAdjusters.lastDayOfMonth()) : end);
    }
}
