// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases.model;

import java.util.List;
import java.util.Optional;

/**
 * How such a case may end; without a retention rule it cannot end so yet.
 *
 * @param status what the customer is told
 * @param stops whether it stops the case where it is, so that nothing of its phase is asked any
 *     more
 * @param phases the phases in which it may end so; any when none is named
 * @param when it may end so while all of these hold
 */
public record Result(
        String code,
        Words name,
        PublicStatus status,
        boolean stops,
        List<String> phases,
        List<Condition> when,
        Optional<Retention> retention) {

    public Result {
        phases = List.copyOf(phases);
        when = List.copyOf(when);
    }

    /** Whether a case may end so in this phase. */
    public boolean endsIn(String phase) {
        return phases.isEmpty() || phases.contains(phase);
    }
}
