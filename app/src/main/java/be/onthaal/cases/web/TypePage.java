// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases.web;

import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseTypeVersion;
import be.onthaal.cases.model.CaseTypeDefinition;
import be.onthaal.cases.model.Condition;
import be.onthaal.cases.model.FieldDefinition;
import be.onthaal.cases.model.Phase;
import be.onthaal.cases.model.Problem;
import be.onthaal.cases.model.TaskDefinition;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One version of a case type, whole, with what is wrong with it. */
public record TypePage(
        CaseTypeVersion version,
        List<CaseTypeVersion.Head> versions,
        List<Problem> problems,
        Map<UnitId, String> units,
        LocalDate today) {

    public CaseTypeVersion.Head head() {
        return version.head();
    }

    public CaseTypeDefinition type() {
        return version.definition();
    }

    public String path() {
        return CaseTypePages.at(head().id());
    }

    /** Whether nothing keeps it from being published. */
    public boolean ready() {
        return problems.stream().noneMatch(Problem::stops);
    }

    /** The problems with this part or what is in it. */
    public List<Problem> problemsOf(String place) {
        return problems.stream()
                .filter(problem ->
                        problem.place().equals(place) || problem.place().startsWith(place + "/"))
                .toList();
    }

    public String unit(TaskDefinition task) {
        return task.unit().map(id -> units.getOrDefault(id, "?")).orElse("");
    }

    /** The names of phases, in words. */
    public String phaseNames(List<String> codes, String locale) {
        return codes.stream()
                .map(code -> type().phase(code).map(Phase::name).map(name -> name.in(locale)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    /** The labels of fields, in words. */
    public String fieldNames(List<String> codes, String locale) {
        return codes.stream().map(code -> label(code, locale)).collect(Collectors.joining(", "));
    }

    public String label(String field, String locale) {
        return type().field(field)
                .map(FieldDefinition::label)
                .map(label -> label.in(locale))
                .orElse(field);
    }

    /** What a condition compares with, in words. */
    public String values(Condition condition, String locale) {
        return condition.values().stream()
                .map(value ->
                        type().field(condition.field())
                                .map(field -> field.shown(value, locale))
                                .orElse(value))
                .collect(Collectors.joining(", "));
    }
}
