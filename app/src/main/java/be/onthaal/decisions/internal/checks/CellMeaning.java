// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal.checks;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a cell asks, where its FEEL is simple enough to reason about. */
sealed interface CellMeaning {

    Pattern COMPARED = Pattern.compile("(<=|>=|<|>)\\s*(.+)");
    Pattern NEGATED = Pattern.compile("not\\s*\\((.*)\\)", Pattern.DOTALL);
    Pattern DATE = Pattern.compile("(?:date\\(\\s*\"([^\"]+)\"\\s*\\)|@\"([^\"]+)\")");
    Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\])*)\"");

    /** Anything at all. */
    record Any() implements CellMeaning {}

    /** A text or a truth. */
    record Same(Object value) implements CellMeaning {}

    /** Between two ends; an end that is not there is endless. */
    record Between(
            Optional<Comparable<?>> from,
            boolean fromWithin,
            Optional<Comparable<?>> until,
            boolean untilWithin)
            implements CellMeaning {}

    /** One of several. */
    record Either(List<CellMeaning> tests) implements CellMeaning {}

    /** None of it. */
    record Not(CellMeaning test) implements CellMeaning {}

    /** More than we reason about. */
    record Opaque() implements CellMeaning {}

    /** How many things it names, at least one. */
    default int size() {
        return switch (this) {
            case Either(List<CellMeaning> tests) ->
                    tests.stream().mapToInt(CellMeaning::size).sum();
            case Not(CellMeaning test) -> test.size();
            case Any any -> 1;
            case Same same -> 1;
            case Between between -> 1;
            case Opaque opaque -> 1;
        };
    }

    static CellMeaning of(String feel) {
        String text = feel.strip();
        if (text.isEmpty() || text.equals("-")) {
            return new Any();
        }
        Matcher negated = NEGATED.matcher(text);
        if (negated.matches()) {
            CellMeaning inner = of(negated.group(1));
            return inner instanceof Opaque ? inner : new Not(inner);
        }
        List<CellMeaning> tests = parts(text).stream().map(CellMeaning::one).toList();
        if (tests.stream().anyMatch(Opaque.class::isInstance)) {
            return new Opaque();
        }
        return tests.size() == 1 ? tests.getFirst() : new Either(tests);
    }

    private static CellMeaning one(String text) {
        Matcher compared = COMPARED.matcher(text);
        if (compared.matches()) {
            return literal(compared.group(2))
                    .map(value -> compared(compared.group(1), value))
                    .orElseGet(Opaque::new);
        }
        if (text.length() > 4 && "[](".indexOf(text.charAt(0)) >= 0 && text.contains("..")) {
            return range(text);
        }
        return literal(text)
                .map(value ->
                        value instanceof String || value instanceof Boolean
                                ? new Same(value)
                                : new Between(Optional.of(value), true, Optional.of(value), true))
                .orElseGet(Opaque::new);
    }

    private static CellMeaning range(String text) {
        int last = text.length() - 1;
        int dots = text.indexOf("..");
        Optional<Comparable<?>> from = literal(text.substring(1, dots));
        Optional<Comparable<?>> until =
                dots + 2 < last ? literal(text.substring(dots + 2, last)) : Optional.empty();
        return from.isPresent() && until.isPresent() && "])[".indexOf(text.charAt(last)) >= 0
                ? new Between(from, text.charAt(0) == '[', until, text.charAt(last) == ']')
                : new Opaque();
    }

    private static CellMeaning compared(String sign, Comparable<?> value) {
        boolean within = sign.endsWith("=");
        if (value instanceof String || value instanceof Boolean) {
            return new Opaque();
        }
        return sign.startsWith("<")
                ? new Between(Optional.empty(), false, Optional.of(value), within)
                : new Between(Optional.of(value), within, Optional.empty(), false);
    }

    /** A value that stands there, if that is all that stands there. */
    static Optional<Comparable<?>> literal(String written) {
        String text = written.strip();
        if (text.equals("true") || text.equals("false")) {
            return Optional.of(Boolean.valueOf(text));
        }
        if (text.matches("-?\\d{1,30}(\\.\\d{1,30})?")) {
            return Optional.of(new BigDecimal(text).stripTrailingZeros());
        }
        Matcher quoted = TEXT.matcher(text);
        if (quoted.matches()) {
            return Optional.of(quoted.group(1));
        }
        Matcher date = DATE.matcher(text);
        if (date.matches()) {
            return day(Optional.ofNullable(date.group(1)).orElse(date.group(2)));
        }
        return Optional.empty();
    }

    private static Optional<Comparable<?>> day(String iso) {
        try {
            return Optional.of(LocalDate.parse(iso));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /** What stands between the commas that belong to nothing else. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        boolean quoted = false;
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            quoted = quoted != (c == '"');
            if (!quoted) {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                if (c == ',' && depth == 0) {
                    parts.add(text.substring(from, at).strip());
                    from = at + 1;
                }
            }
        }
        parts.add(text.substring(from).strip());
        return parts;
    }
}
