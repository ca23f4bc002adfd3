// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases.model;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.common.TermRule;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What belongs to a sort of case (OSLO dossier:Zaaktype has no such detail; the parts are ours).
 *
 * @param extendableBy by how much the term may be extended once, in its own unit
 * @param warnBefore how many working days before its end the handler is told
 * @param defaultUnit the unit that gets its cases when nobody says otherwise
 * @param late what happens once when its term has passed, in this order
 * @param templates the replies that are offered first, by code
 */
public record CaseTypeDefinition(
        Words name,
        Words description,
        TermRule term,
        Optional<Integer> extendableBy,
        int warnBefore,
        List<Phase> phases,
        List<FieldDefinition> fields,
        List<DocumentKind> documents,
        List<RoleDefinition> roles,
        List<Result> results,
        List<Right> rights,
        List<String> templates,
        Confidentiality confidentiality,
        Optional<UnitId> defaultUnit,
        List<LateStep> late) {

    public CaseTypeDefinition {
        phases = List.copyOf(phases);
        fields = List.copyOf(fields);
        documents = List.copyOf(documents);
        roles = List.copyOf(roles);
        results = List.copyOf(results);
        rights = List.copyOf(rights);
        templates = List.copyOf(templates);
        late = List.copyOf(late);
    }

    /** The result with this code. */
    public Optional<Result> result(String code) {
        return coded(results, Result::code, code);
    }

    /** The phase with this code. */
    public Optional<Phase> phase(String code) {
        return coded(phases, Phase::code, code);
    }

    /** The field with this code. */
    public Optional<FieldDefinition> field(String code) {
        return coded(fields, FieldDefinition::code, code);
    }

    /** The fields by which its cases are found. */
    public List<FieldDefinition> searchable() {
        return fields.stream().filter(FieldDefinition::searchable).toList();
    }

    /** The role with this code. */
    public Optional<RoleDefinition> role(String code) {
        return coded(roles, RoleDefinition::code, code);
    }

    /** The sort of piece with this code. */
    public Optional<DocumentKind> document(String code) {
        return coded(documents, DocumentKind::code, code);
    }

    /** The task with this code, in whichever phase. */
    public Optional<TaskDefinition> task(String code) {
        return phases.stream()
                .flatMap(phase -> phase.tasks().stream())
                .filter(task -> task.code().equals(code))
                .findFirst();
    }

    /** Whether somebody decides about a field in a task of his own, so that nobody types it. */
    public boolean isDecided(String field) {
        return phases.stream()
                .flatMap(phase -> phase.tasks().stream())
                .anyMatch(task ->
                        task.kind() == TaskKind.APPROVE && task.with().equals(Optional.of(field)));
    }

    /** Who may do this; whoever handles cases when nothing else is said. */
    public Right.Holder holder(Right.Act act) {
        return rights.stream()
                .filter(right -> right.act() == act)
                .map(Right::holder)
                .findFirst()
                .orElse(Right.Holder.HANDLERS);
    }

    private static <T> Optional<T> coded(List<T> all, Function<T, String> code, String wanted) {
        return all.stream().filter(each -> code.apply(each).equals(wanted)).findFirst();
    }
}
