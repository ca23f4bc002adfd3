// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** What goes into a decision and comes out of it (FEEL, chapter 10 of DMN). Immutable. */
public sealed interface Value {

    /** Nobody knows. */
    Value UNKNOWN = new Unknown();

    /** IEEE 754-2008 decimal128, which FEEL counts with, has 34 digits. */
    int MOST_DIGITS = 34;

    int FARTHEST_DIGIT = 100;

    record Text(String text) implements Value {}

    /** An exact number; 1.0 and 1 are the same. */
    record Amount(BigDecimal number) implements Value {

        public Amount {
            number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        }

        /** Whether it has no more digits than FEEL counts with, and none far from the others. */
        public boolean isSane() {
            return number.precision() <= MOST_DIGITS
                    && Math.abs((long) number.scale()) <= FARTHEST_DIGIT;
        }
    }

    record Truth(boolean holds) implements Value {}

    record Day(LocalDate date) implements Value {}

    /** A time, a moment or a duration, as ISO 8601 writes it. */
    record Timed(String iso) implements Value {}

    record Many(List<Value> items) implements Value {

        public Many {
            items = List.copyOf(items);
        }
    }

    /** Values with names, in their order. */
    record Fields(SequencedMap<String, Value> fields) implements Value {

        public Fields {
            fields = new LinkedHashMap<>(fields);
        }

        @Override
        public SequencedMap<String, Value> fields() {
            return java.util.Collections.unmodifiableSequencedMap(fields);
        }
    }

    record Unknown() implements Value {}

    static Value of(String text) {
        return new Text(text);
    }

    static Value of(long number) {
        return new Amount(BigDecimal.valueOf(number));
    }

    static Value of(BigDecimal number) {
        return new Amount(number);
    }

    static Value of(boolean holds) {
        return new Truth(holds);
    }

    static Value of(LocalDate date) {
        return new Day(date);
    }

    /** A text that may be absent, as an input. */
    static Value of(Optional<String> text) {
        return text.map(Value::of).orElse(UNKNOWN);
    }

    /** As people read it. */
    default String shown() {
        return switch (this) {
            case Text text -> text.text();
            case Amount amount ->
                    amount.isSane() ? amount.number().toPlainString() : amount.number().toString();
            case Truth truth -> truth.holds() ? "true" : "false";
            case Day day -> day.date().toString();
            case Timed timed -> timed.iso();
            case Many many ->
                    many.items().stream().map(Value::shown).collect(Collectors.joining(", "));
            case Fields fields ->
                    fields.fields().entrySet().stream()
                            .map(field -> field.getKey() + ": " + field.getValue().shown())
                            .collect(Collectors.joining(", "));
            case Unknown unknown -> "";
        };
    }

    /** The text, where it is one. */
    default Optional<String> asText() {
        return this instanceof Text text ? Optional.of(text.text()) : Optional.empty();
    }

    /** The number, where it is one. */
    default Optional<BigDecimal> asNumber() {
        return this instanceof Amount amount ? Optional.of(amount.number()) : Optional.empty();
    }

    /** The named values, where it has them. */
    default Map<String, Value> asFields() {
        return this instanceof Fields some ? some.fields() : Map.of();
    }
}
