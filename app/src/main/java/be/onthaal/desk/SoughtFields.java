// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.cases.CaseType;
import be.onthaal.cases.model.FieldDefinition;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What is looked for in the fields of a type: choices, numbers and days stand in an address; texts
 * may name somebody and stay behind, under an id.
 */
record SoughtFields(Map<String, String> shown, Map<String, String> texts) {

    /** What was typed, for the fields that the type has; of a type that was left nothing stays. */
    static SoughtFields of(Map<String, String> typed, CaseType type) {
        return new SoughtFields(
                kept(typed, type, field -> field.kind().isSoughtWhole()),
                kept(typed, type, field -> !field.kind().isSoughtWhole()));
    }

    private static Map<String, String> kept(
            Map<String, String> typed, CaseType type, Predicate<FieldDefinition> which) {
        return type.definition().searchable().stream()
                .filter(which)
                .filter(field -> typed.containsKey(field.code()))
                .collect(
                        Collectors.toUnmodifiableMap(
                                FieldDefinition::code,
                                field -> typed.getOrDefault(field.code(), "")));
    }

    /** Texts as one text, to keep. */
    static String written(Map<String, String> texts) {
        return new TreeMap<>(texts)
                .entrySet().stream()
                        .map(one -> one.getKey() + "=" + encoded(one.getValue()))
                        .collect(Collectors.joining("&"));
    }

    /** Texts that were kept so. */
    static Map<String, String> read(String kept) {
        return Fields.address(kept).beginning("");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
