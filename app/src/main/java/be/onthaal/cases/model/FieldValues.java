// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is filled in about a case, by code of the field, each value as its kind writes it. */
public record FieldValues(Map<String, List<String>> values) {

    public static final FieldValues NONE = new FieldValues(Map.of());

    public FieldValues {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        values.forEach((code, filled) -> {
            if (!filled.isEmpty()) {
                kept.put(code, List.copyOf(filled));
            }
        });
        values = java.util.Collections.unmodifiableMap(kept);
    }

    /** The values of a field; none when it is empty. */
    public List<String> of(String code) {
        return values.getOrDefault(code, List.of());
    }

    /** The first or only value of a field. */
    public Optional<String> one(String code) {
        return of(code).stream().findFirst();
    }

    /** The same with another value in one field. */
    public FieldValues with(String code, List<String> filled) {
        Map<String, List<String>> changed = new LinkedHashMap<>(values);
        changed.put(code, filled);
        return new FieldValues(changed);
    }
}
