// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal;

import be.onthaal.common.FreeText;
import be.onthaal.common.Refused;
import be.onthaal.decisions.Value;
import be.onthaal.decisions.internal.checks.InputChecks;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** Values of an example as they can be kept and read again, whoever sent them. */
final class CleanValues {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 10_000;
    private static final int MOST_NAMES = 100;

    private CleanValues() {}

    static Map<String, Value> of(Map<String, Value> values) {
        if (values.size() > MOST_NAMES || values.values().stream().anyMatch(InputChecks::tooMuch)) {
            throw new Refused("decisions.example-long");
        }
        return clean(values);
    }

    private static SequencedMap<String, Value> clean(Map<String, Value> values) {
        SequencedMap<String, Value> clean = new LinkedHashMap<>();
        values.forEach((name, value) ->
                clean.put(FreeText.clean(name, LONGEST_NAME, "decisions.text-long"), clean(value)));
        return clean;
    }

    private static Value clean(Value value) {
        return switch (value) {
            case Value.Text text -> Value.of(clean(text.text()));
            case Value.Timed timed -> new Value.Timed(clean(timed.iso()));
            case Value.Many many ->
                    new Value.Many(many.items().stream().map(CleanValues::clean).toList());
            case Value.Fields fields -> new Value.Fields(clean(fields.fields()));
            case Value.Amount amount -> amount;
            case Value.Truth truth -> truth;
            case Value.Day day -> day;
            case Value.Unknown unknown -> unknown;
        };
    }

    private static String clean(String text) {
        return FreeText.clean(text, LONGEST_TEXT, "decisions.text-long");
    }
}
