// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What became of asking a decision table. */
public sealed interface Outcome {

    /** It decided. */
    record Decided(Map<String, Value> values, Why why) implements Outcome {

        public Decided {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        /** One of the results; unknown when the table has none of this name. */
        public Value value(String name) {
            return values.getOrDefault(name, Value.UNKNOWN);
        }
    }

    /** It did not, and the reason can be told. */
    record NotDecided(Finding reason) implements Outcome {}
}
