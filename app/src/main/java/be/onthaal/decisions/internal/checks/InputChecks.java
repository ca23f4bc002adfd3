// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal.checks;

import be.onthaal.decisions.Field;
import be.onthaal.decisions.Finding;
import be.onthaal.decisions.Value;
import be.onthaal.decisions.internal.model.Model;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether what is asked with fits what a model asks for. */
public final class InputChecks {

    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_TOGETHER = 100_000;
    private static final int LONGEST_TIME = 100;
    private static final int MOST_ITEMS = 1_000;

    private InputChecks() {}

    /** Whether a value is bigger than a decision may be asked with, or an example may hold. */
    public static boolean tooMuch(Value value) {
        return size(value) > MOST_ITEMS || length(value) > LONGEST_TOGETHER || isHuge(value);
    }

    /** The first thing that does not fit; what is not given is unknown, which always fits. */
    public static Optional<Finding> problemOf(Model model, Map<String, Value> inputs) {
        List<Field> fields = model.inputFields();
        Set<String> strange = new HashSet<>(inputs.keySet());
        fields.forEach(field -> strange.remove(field.name()));
        if (!strange.isEmpty()) {
            return Optional.of(Finding.error("decisions.input-strange", strange.iterator().next()));
        }
        for (Field field : fields) {
            Value value = inputs.getOrDefault(field.name(), Value.UNKNOWN);
            if (!fits(value, field.type())) {
                return Optional.of(
                        Finding.error("decisions.input-type", field.name(), field.type()));
            }
            if (tooMuch(value)) {
                return Optional.of(
                        Finding.error(
                                "decisions.input-long", field.name(), LONGEST_TEXT, MOST_ITEMS));
            }
            if (!field.choices().isEmpty()
                    && value.asText().filter(text -> !field.choices().contains(text)).isPresent()) {
                return Optional.of(
                        Finding.error(
                                "decisions.input-choice",
                                field.name(),
                                String.join(", ", field.choices())));
            }
        }
        return Optional.empty();
    }

    private static boolean fits(Value value, String type) {
        return value instanceof Value.Unknown
                || switch (type) {
                    case "string" -> value instanceof Value.Text;
                    case "number" -> value instanceof Value.Amount;
                    case "boolean" -> value instanceof Value.Truth;
                    case "date" -> value instanceof Value.Day;
                    case "list" -> value instanceof Value.Many;
                    case "context" -> value instanceof Value.Fields;
                    default -> true;
                };
    }

    private static boolean isHuge(Value value) {
        return switch (value) {
            case Value.Text text -> text.text().length() > LONGEST_TEXT;
            case Value.Amount amount -> !amount.isSane();
            case Value.Timed timed -> timed.iso().length() > LONGEST_TIME;
            case Value.Many many -> many.items().stream().anyMatch(InputChecks::isHuge);
            case Value.Fields fields ->
                    fields.fields().values().stream().anyMatch(InputChecks::isHuge);
            case Value.Truth truth -> false;
            case Value.Day day -> false;
            case Value.Unknown unknown -> false;
        };
    }

    private static int size(Value value) {
        return switch (value) {
            case Value.Many many -> many.items().stream().mapToInt(InputChecks::size).sum() + 1;
            case Value.Fields fields ->
                    fields.fields().values().stream().mapToInt(InputChecks::size).sum() + 1;
            default -> 1;
        };
    }

    private static int length(Value value) {
        return switch (value) {
            case Value.Text text -> text.text().length();
            case Value.Many many -> many.items().stream().mapToInt(InputChecks::length).sum();
            case Value.Fields fields ->
                    fields.fields().entrySet().stream()
                            .mapToInt(field -> field.getKey().length() + length(field.getValue()))
                            .sum();
            default -> 0;
        };
    }
}
