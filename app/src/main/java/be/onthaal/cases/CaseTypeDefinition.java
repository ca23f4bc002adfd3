// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.common.TermRule;
import java.util.List;
import java.util.Optional;

/**
 * What belongs to a sort of case.
 *
 * @param extendableBy by how much the term may be extended once, in its own unit
 * @param defaultUnit the unit that gets its cases when nobody says otherwise
 */
public record CaseTypeDefinition(
        Words name,
        TermRule term,
        Optional<Integer> extendableBy,
        List<Phase> phases,
        List<Result> results,
        Confidentiality confidentiality,
        Optional<UnitId> defaultUnit) {

    public CaseTypeDefinition {
        phases = List.copyOf(phases);
        results = List.copyOf(results);
    }

    /** A stage of the case, with what is to be done in it. */
    public record Phase(String code, Words name, List<TaskDefinition> tasks) {

        public Phase {
            tasks = List.copyOf(tasks);
        }
    }

    /** One thing to do; a mandatory one must be done before the case closes. */
    public record TaskDefinition(String code, Words title, boolean mandatory) {}

    /** How such a case may end; without a retention rule it cannot end so yet. */
    public record Result(String code, Words name, Optional<Retention> retention) {}

    /** The result with this code. */
    public Optional<Result> result(String code) {
        return results.stream().filter(result -> result.code().equals(code)).findFirst();
    }
}
