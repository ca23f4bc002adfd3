// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal.engine;

import be.onthaal.decisions.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What came of one evaluation.
 *
 * @param values by the name of each decision
 * @param failed the decisions that could not be made
 * @param fired which rows of which decision counted, in the order of their evaluation
 * @param problems in the engine's own words, for who makes tables
 */
public record Evaluation(
        Map<String, Value> values, Set<String> failed, List<Rows> fired, List<String> problems) {

    public Evaluation {
        values = Map.copyOf(values);
        failed = Set.copyOf(failed);
        fired = List.copyOf(fired);
        problems = List.copyOf(problems);
    }

    /** The rows of a decision that counted, from one. */
    public record Rows(String decision, List<Integer> rows, List<Integer> matched) {

        public Rows {
            rows = List.copyOf(rows);
            matched = List.copyOf(matched);
        }
    }

    public Value value(String decision) {
        return values.getOrDefault(decision, Value.UNKNOWN);
    }
}
