// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.common.Refused;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with fields to answer customers with. */
public record ReplyTemplate(String code, String locale, String name, String subject, String body) {

    private static final Pattern MARK = Pattern.compile("\\{\\{\\s*([^{}]{0,60}?)\\s*}}");

    /** What may stand between double braces. */
    public enum Field {
        CUSTOMER("klant"),
        CASE_NUMBER("zaaknummer"),
        SUBJECT("onderwerp"),
        EMPLOYEE("medewerker"),
        AUTHORITY("bestuur"),
        UNIT("dienst");

        private final String label;

        Field(String label) {
            this.label = label;
        }

        /** As it is written in a template. */
        public String label() {
            return label;
        }

        static Optional<Field> of(String label) {
            return Arrays.stream(values()).filter(field -> field.label.equals(label)).findFirst();
        }
    }

    /** A template with its fields filled in. */
    public record Filled(String subject, String body) {}

    /** Fills the fields in; a field without a value becomes empty. */
    public Filled fill(Map<Field, String> values) {
        return new Filled(filled(subject, values), filled(body, values));
    }

    void refuseUnknownFields() {
        MARK.matcher(subject + "\n" + body)
                .results()
                .map(mark -> mark.group(1))
                .filter(label -> Field.of(label).isEmpty())
                .findFirst()
                .ifPresent(label -> {
                    throw new Refused("cases.template-field", label);
                });
    }

    /** In one pass, so that braces in a value stay what they are. */
    private static String filled(String text, Map<Field, String> values) {
        return MARK.matcher(text).replaceAll(mark -> Matcher.quoteReplacement(value(mark, values)));
    }

    private static String value(MatchResult mark, Map<Field, String> values) {
        return Field.of(mark.group(1))
                .map(field -> values.getOrDefault(field, ""))
                .orElseGet(mark::group);
    }
}
