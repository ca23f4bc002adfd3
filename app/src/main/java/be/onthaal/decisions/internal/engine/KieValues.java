// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal.engine;

import be.onthaal.decisions.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.runtime.functions.DateAndTimeFunction;
import org.kie.dmn.feel.runtime.functions.DurationFunction;
import org.kie.dmn.feel.runtime.functions.FEELFnResult;
import org.kie.dmn.feel.runtime.functions.StringFunction;
import org.kie.dmn.feel.runtime.functions.TimeFunction;

/** Our values as the engine has them, where null is "unknown", and back. */
final class KieValues {

    private KieValues() {}

    static @Nullable Object toKie(Value value) {
        return switch (value) {
            case Value.Text text -> text.text();
            case Value.Amount amount -> amount.number();
            case Value.Truth truth -> truth.holds();
            case Value.Day day -> day.date();
            case Value.Timed timed -> timed(timed.iso());
            case Value.Many many -> {
                List<@Nullable Object> items = new ArrayList<>();
                many.items().forEach(item -> items.add(toKie(item)));
                yield items;
            }
            case Value.Fields fields -> {
                Map<String, @Nullable Object> entries = new LinkedHashMap<>();
                fields.fields().forEach((name, field) -> entries.put(name, toKie(field)));
                yield entries;
            }
            case Value.Unknown unknown -> null;
        };
    }

    static Value fromKie(@Nullable Object found) {
        return switch (found) {
            case null -> Value.UNKNOWN;
            case String text -> new Value.Text(text);
            case BigDecimal number -> new Value.Amount(number);
            case Number number -> new Value.Amount(new BigDecimal(number.toString()));
            case Boolean truth -> new Value.Truth(truth);
            case LocalDate date -> new Value.Day(date);
            case Collection<?> items ->
                    new Value.Many(items.stream().map(KieValues::fromKie).toList());
            case Map<?, ?> entries -> {
                LinkedHashMap<String, Value> fields = new LinkedHashMap<>();
                entries.forEach((name, field) -> fields.put(String.valueOf(name), fromKie(field)));
                yield new Value.Fields(fields);
            }
            default -> written(found);
        };
    }

    private static Value written(Object found) {
        String text = StringFunction.INSTANCE.invoke(found).getOrElse(String.valueOf(found));
        return new Value.Timed(text);
    }

    private static @Nullable Object timed(String iso) {
        FEELFnResult<?> read;
        if (iso.startsWith("P") || iso.startsWith("-P")) {
            read = DurationFunction.INSTANCE.invoke(iso);
        } else if (iso.indexOf('T') > 0) {
            read = DateAndTimeFunction.INSTANCE.invoke(iso);
        } else {
            read = TimeFunction.INSTANCE.invoke(iso);
        }
        return read.cata(problem -> null, value -> value);
    }
}
