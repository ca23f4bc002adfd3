// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal;

import be.onthaal.decisions.Example;
import be.onthaal.decisions.Value;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Values as plain JSON: a date begins with {@code @}, and so does a time, a moment and a duration;
 * a text that begins so has it twice. Unknown is null.
 */
final class ValueJson {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();

    private ValueJson() {}

    /** As text that people can read; numbers stay exact. */
    static String text(Object json) {
        return JSON.writeValueAsString(json);
    }

    /** The named values that stand there; none where something else does. */
    static Map<?, ?> object(String json) {
        return JSON.readValue(json, Object.class) instanceof Map<?, ?> read ? read : Map.of();
    }

    static String examples(List<Example> examples) {
        return text(examples.stream().map(ValueJson::write).toList());
    }

    static List<Example> examples(String json) {
        return examples((Object) JSON.readValue(json, List.class));
    }

    /** What is an example in what was read. */
    static List<Example> examples(@Nullable Object listed) {
        if (!(listed instanceof List<?> some)) {
            return List.of();
        }
        return some.stream()
                .filter(Map.class::isInstance)
                .map(one -> example((Map<?, ?>) one))
                .toList();
    }

    static @Nullable Object write(Value value) {
        return switch (value) {
            case Value.Text text -> text.text().startsWith("@") ? "@" + text.text() : text.text();
            case Value.Amount amount -> amount.number();
            case Value.Truth truth -> truth.holds();
            case Value.Day day -> "@" + day.date();
            case Value.Timed timed -> "@" + timed.iso();
            case Value.Many many -> {
                List<@Nullable Object> items = new ArrayList<>();
                many.items().forEach(item -> items.add(write(item)));
                yield items;
            }
            case Value.Fields fields -> write(fields.fields());
            case Value.Unknown unknown -> null;
        };
    }

    static Map<String, @Nullable Object> write(Map<String, Value> values) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        values.forEach((name, value) -> written.put(name, write(value)));
        return written;
    }

    static Value read(@Nullable Object json) {
        return switch (json) {
            case null -> Value.UNKNOWN;
            case String text -> readText(text);
            case BigDecimal number -> Value.of(number);
            case Number number -> Value.of(new BigDecimal(number.toString()));
            case Boolean truth -> Value.of(truth);
            case List<?> items -> new Value.Many(items.stream().map(ValueJson::read).toList());
            case Map<?, ?> fields -> new Value.Fields(fields(fields));
            default -> throw new IllegalArgumentException("No value");
        };
    }

    static SequencedMap<String, Value> fields(Map<?, ?> json) {
        SequencedMap<String, Value> fields = new LinkedHashMap<>();
        json.forEach((name, field) -> fields.put(String.valueOf(name), read(field)));
        return fields;
    }

    static Map<String, @Nullable Object> write(Example example) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("name", example.name());
        written.put("inputs", write(example.inputs()));
        written.put("expected", write(example.expected()));
        return written;
    }

    private static Example example(Map<?, ?> json) {
        Object name = json.get("name");
        return new Example(
                name == null ? "" : name.toString(),
                json.get("inputs") instanceof Map<?, ?> inputs ? fields(inputs) : Map.of(),
                json.get("expected") instanceof Map<?, ?> expected ? fields(expected) : Map.of());
    }

    private static Value readText(String text) {
        if (!text.startsWith("@")) {
            return Value.of(text);
        }
        String rest = text.substring(1);
        if (rest.startsWith("@")) {
            return Value.of(rest);
        }
        try {
            return Value.of(LocalDate.parse(rest));
        } catch (DateTimeException noDay) {
            return new Value.Timed(rest);
        }
    }
}
