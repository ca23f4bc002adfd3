// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal;

import be.onthaal.common.Message;
import be.onthaal.decisions.Outcome;
import be.onthaal.decisions.Value;
import java.util.Map;
import java.util.stream.Collectors;

/** Values and outcomes as pages show them. */
final class Shown {

    private Shown() {}

    static Message words(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Decided decided ->
                    Message.of("decisions.decided", values(decided.values()));
            case Outcome.NotDecided not -> Message.of("decisions.not-decided");
        };
    }

    static Message why(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Decided decided -> decided.why().sentence();
            case Outcome.NotDecided not -> not.reason().sentence();
        };
    }

    static String values(Map<String, Value> values) {
        return values.entrySet().stream()
                .filter(one -> !(one.getValue() instanceof Value.Unknown))
                .map(one -> one.getKey() + ": " + one.getValue().shown())
                .collect(Collectors.joining(" · "));
    }
}
