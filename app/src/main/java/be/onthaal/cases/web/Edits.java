// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases.web;

import be.onthaal.cases.model.CaseTypeDefinition;
import be.onthaal.cases.model.DocumentKind;
import be.onthaal.cases.model.FieldDefinition;
import be.onthaal.cases.model.Phase;
import be.onthaal.cases.model.Result;
import be.onthaal.cases.model.RoleDefinition;
import be.onthaal.cases.model.TaskDefinition;
import be.onthaal.common.NotFound;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Changes of one part of a definition; the rest stays as it is. */
final class Edits {

    private Edits() {}

    /** The lists that a definition is made of, as addresses name them. */
    enum Part {
        PHASES,
        FIELDS,
        RESULTS,
        ROLES,
        DOCUMENTS
    }

    static CaseTypeDefinition phases(CaseTypeDefinition type, List<Phase> phases) {
        return with(type, phases, type.fields(), type.documents(), type.roles(), type.results());
    }

    static CaseTypeDefinition put(CaseTypeDefinition type, Phase phase) {
        return phases(type, put(type.phases(), Phase::code, phase));
    }

    static CaseTypeDefinition put(CaseTypeDefinition type, String phase, TaskDefinition task) {
        return tasks(type, phase, tasks -> put(tasks, TaskDefinition::code, task));
    }

    static CaseTypeDefinition put(CaseTypeDefinition type, FieldDefinition field) {
        List<FieldDefinition> fields = put(type.fields(), FieldDefinition::code, field);
        return with(type, type.phases(), fields, type.documents(), type.roles(), type.results());
    }

    static CaseTypeDefinition put(CaseTypeDefinition type, Result result) {
        List<Result> results = put(type.results(), Result::code, result);
        return with(type, type.phases(), type.fields(), type.documents(), type.roles(), results);
    }

    static CaseTypeDefinition put(CaseTypeDefinition type, RoleDefinition role) {
        List<RoleDefinition> roles = put(type.roles(), RoleDefinition::code, role);
        return with(type, type.phases(), type.fields(), type.documents(), roles, type.results());
    }

    static CaseTypeDefinition put(CaseTypeDefinition type, DocumentKind document) {
        List<DocumentKind> documents = put(type.documents(), DocumentKind::code, document);
        return with(type, type.phases(), type.fields(), documents, type.roles(), type.results());
    }

    /** Without one part. */
    static CaseTypeDefinition remove(CaseTypeDefinition type, Part part, String code) {
        return each(type, part, code, List::remove);
    }

    /** With one part a place earlier. */
    static CaseTypeDefinition raise(CaseTypeDefinition type, Part part, String code) {
        return each(type, part, code, Edits::raise);
    }

    /** Without one task of a phase. */
    static CaseTypeDefinition removeTask(CaseTypeDefinition type, String phase, String code) {
        return tasks(type, phase, tasks -> at(tasks, TaskDefinition::code, code, List::remove));
    }

    /** With one task a place earlier in its phase. */
    static CaseTypeDefinition raiseTask(CaseTypeDefinition type, String phase, String code) {
        return tasks(type, phase, tasks -> at(tasks, TaskDefinition::code, code, Edits::raise));
    }

    private interface Change {
        void at(List<?> all, int index);
    }

    private static CaseTypeDefinition each(
            CaseTypeDefinition type, Part part, String code, Change change) {
        return with(
                type,
                part == Part.PHASES ? at(type.phases(), Phase::code, code, change) : type.phases(),
                part == Part.FIELDS
                        ? at(type.fields(), FieldDefinition::code, code, change)
                        : type.fields(),
                part == Part.DOCUMENTS
                        ? at(type.documents(), DocumentKind::code, code, change)
                        : type.documents(),
                part == Part.ROLES
                        ? at(type.roles(), RoleDefinition::code, code, change)
                        : type.roles(),
                part == Part.RESULTS
                        ? at(type.results(), Result::code, code, change)
                        : type.results());
    }

    private static CaseTypeDefinition tasks(
            CaseTypeDefinition type, String code, UnaryOperator<List<TaskDefinition>> change) {
        Phase phase = type.phase(code).orElseThrow(() -> new NotFound("cases.type"));
        return put(
                type,
                new Phase(
                        phase.code(),
                        phase.name(),
                        phase.status(),
                        phase.next(),
                        phase.asks(),
                        change.apply(phase.tasks())));
    }

    private static <T> List<T> put(List<T> all, Function<T, String> code, T part) {
        List<T> changed = new ArrayList<>(all);
        for (int i = 0; i < changed.size(); i++) {
            if (code.apply(changed.get(i)).equals(code.apply(part))) {
                changed.set(i, part);
                return changed;
            }
        }
        changed.add(part);
        return changed;
    }

    private static <T> List<T> at(
            List<T> all, Function<T, String> code, String wanted, Change change) {
        List<T> changed = new ArrayList<>(all);
        for (int i = 0; i < changed.size(); i++) {
            if (code.apply(changed.get(i)).equals(wanted)) {
                change.at(changed, i);
                return changed;
            }
        }
        throw new NotFound("cases.type");
    }

    private static void raise(List<?> all, int index) {
        if (index > 0) {
            Collections.swap(all, index, index - 1);
        }
    }

    private static CaseTypeDefinition with(
            CaseTypeDefinition type,
            List<Phase> phases,
            List<FieldDefinition> fields,
            List<DocumentKind> documents,
            List<RoleDefinition> roles,
            List<Result> results) {
        return new CaseTypeDefinition(
                type.name(),
                type.description(),
                type.term(),
                type.extendableBy(),
                type.warnBefore(),
                phases,
                fields,
                documents,
                roles,
                results,
                type.rights(),
                type.templates(),
                type.confidentiality(),
                type.defaultUnit(),
                type.late());
    }
}
