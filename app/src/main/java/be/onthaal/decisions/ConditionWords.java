// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions;

import be.onthaal.common.Message;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says what a cell asks, where its FEEL is simple; else as it is written. */
final class ConditionWords {

    private static final Pattern COMPARED = Pattern.compile("(<=|>=|<|>)\\s*(.+)");
    private static final Pattern TEXTS = Pattern.compile("\"[^\"]*\"(\\s*,\\s*\"[^\"]*\")*");
    private static final Pattern CONTAINS =
            Pattern.compile(
                    "contains\\(\\s*(?:lower case\\(\\?\\)|\\?)\\s*,\\s*\"([^\"]*)\"\\s*\\)");
    private static final Pattern PLAIN = Pattern.compile("-?[0-9.]+|true|false");
    private static final Map<String, String> WORDS =
            Map.of("<", "less", "<=", "at-most", ">", "more", ">=", "at-least");

    private ConditionWords() {}

    static Message of(String input, String test) {
        String said = test.strip();
        Matcher compared = COMPARED.matcher(said);
        if (compared.matches()) {
            return say(WORDS.getOrDefault(compared.group(1), "other"), input, compared.group(2));
        }
        if (TEXTS.matcher(said).matches()) {
            List<String> texts =
                    Pattern.compile("\"([^\"]*)\"")
                            .matcher(said)
                            .results()
                            .map(found -> "'" + found.group(1) + "'")
                            .toList();
            return say("is", input, String.join(" / ", texts));
        }
        List<Matcher> contained =
                Pattern.compile("\\s+or\\s+").splitAsStream(said).map(CONTAINS::matcher).toList();
        if (contained.stream().allMatch(Matcher::matches)) {
            return say("contains", input, joined(contained));
        }
        return PLAIN.matcher(said).matches() ? say("is", input, said) : say("other", input, said);
    }

    private static String joined(List<Matcher> contained) {
        return contained.stream()
                .map(one -> "'" + one.group(1) + "'")
                .collect(Collectors.joining(" / "));
    }

    private static Message say(String how, String input, String test) {
        return Message.of("decisions.test." + how, input, test);
    }
}
