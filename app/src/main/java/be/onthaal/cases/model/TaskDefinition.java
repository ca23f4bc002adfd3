// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases.model;

import be.onthaal.access.UnitId;
import be.onthaal.common.TermRule;
import java.util.List;
import java.util.Optional;

/**
 * One thing to do in a phase. A mandatory one starts by itself as soon as what it comes after is
 * done and its conditions hold, and must be done before the phase is left; others are offered. What
 * comes after nothing starts beside the rest.
 *
 * @param repeats whether it may be added again after it was done
 * @param when all of these must hold
 * @param after the tasks of the same phase that come first
 * @param unit who does it, when that is not the unit of the case
 * @param term by when, reckoned from its start; else by when the case must be done
 * @param late what happens once when that term of its own has passed
 * @param with what its kind needs: see {@link TaskKind}
 */
public record TaskDefinition(
        String code,
        Words title,
        TaskKind kind,
        boolean mandatory,
        boolean repeats,
        List<Condition> when,
        List<String> after,
        Optional<UnitId> unit,
        Optional<TermRule> term,
        Optional<String> with,
        List<LateStep> late) {

    public TaskDefinition {
        when = List.copyOf(when);
        after = List.copyOf(after);
        late = List.copyOf(late);
    }
}
