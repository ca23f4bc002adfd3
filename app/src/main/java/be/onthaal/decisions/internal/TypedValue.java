// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal;

import be.onthaal.common.Refused;
import be.onthaal.decisions.Field;
import be.onthaal.decisions.Value;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What somebody typed in a field, as the value that a model asks for. */
final class TypedValue {

    private TypedValue() {}

    /** The fields as they were typed; what is left empty is unknown. */
    static Map<String, Value> all(List<Field> fields, Function<String, String> typed) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (Field field : fields) {
            values.put(field.name(), of(field, typed.apply(field.name()).strip()));
        }
        return values;
    }

    static Value of(Field field, String typed) {
        if (typed.isEmpty()) {
            return Value.UNKNOWN;
        }
        return switch (field.type()) {
            case "number" -> number(field, typed);
            case "boolean" -> truth(field, typed);
            case "date" -> day(field, typed);
            case "time", "dateTime", "dayTimeDuration", "yearMonthDuration" ->
                    new Value.Timed(typed);
            case "list" ->
                    new Value.Many(
                            Stream.of(typed.split(";")).map(String::strip).map(Value::of).toList());
            default -> Value.of(typed);
        };
    }

    private static Value number(Field field, String typed) {
        try {
            var amount = new Value.Amount(new BigDecimal(typed.replace(" ", "").replace(',', '.')));
            if (!amount.isSane()) {
                throw new Refused("decisions.no-number", field.name());
            }
            return amount;
        } catch (NumberFormatException nonsense) {
            throw new Refused("decisions.no-number", field.name());
        }
    }

    private static Value truth(Field field, String typed) {
        return switch (typed.toLowerCase(Locale.ROOT)) {
            case "true", "ja", "oui", "yes" -> Value.of(true);
            case "false", "nee", "non", "no" -> Value.of(false);
            default -> throw new Refused("decisions.no-truth", field.name());
        };
    }

    private static Value day(Field field, String typed) {
        try {
            return Value.of(LocalDate.parse(typed));
        } catch (DateTimeException nonsense) {
            throw new Refused("decisions.no-day", field.name());
        }
    }
}
