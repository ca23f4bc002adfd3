// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import java.time.LocalDate;
import java.time.YearMonth;
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

    /** The last day it must be kept; empty when it is kept for ever. */
    public Optional<LocalDate> until(LocalDate closedOn) {
        throw new UnsupportedOperationException();
    }

    /** Whether the rule says enough to reckon with. */
    public boolean complete() {
        throw new UnsupportedOperationException();
    }
}
