// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases.web;

import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseTypeTrials.Step;
import be.onthaal.cases.CaseTypeTrials.Walk;
import be.onthaal.cases.CaseTypeVersion;
import be.onthaal.cases.model.FieldDefinition;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A walk through a case type with what was typed; none while it has faults. */
public record WalkPage(
        CaseTypeVersion version,
        Optional<Walk> walk,
        Map<String, List<String>> typed,
        LocalDate received,
        UnitId unit,
        Map<UnitId, String> units) {

    public String path() {
        return CaseTypePages.at(version.head().id());
    }

    public List<String> filled(FieldDefinition field) {
        return typed.getOrDefault(field.code(), List.of()).stream()
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** The fields that are asked with what was typed; all of them before that. */
    public List<FieldDefinition> fields() {
        return version.definition().fields().stream()
                .filter(field -> field.computed().isEmpty())
                .toList();
    }

    /** Who does it. */
    public String who(Step step) {
        return units.getOrDefault(step.unit().orElse(unit), "");
    }

    /** What decision tables filled in. */
    public Map<FieldDefinition, String> computed(String locale) {
        return walk.map(each ->
                        version.definition().fields().stream()
                                .filter(field -> field.computed().isPresent())
                                .collect(
                                        Collectors.toMap(
                                                field -> field,
                                                field ->
                                                        each
                                                                .filled()
                                                                .values()
                                                                .of(field.code())
                                                                .stream()
                                                                .map(value ->
                                                                        field.shown(value, locale))
                                                                .collect(
                                                                        Collectors.joining(", ")))))
                .orElse(Map.of());
    }
}
