// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases.model;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a definition means where its text says nothing. */
final class Usual {

    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;
    private static final int WARN_BEFORE = 2;

    private Usual() {}

    static void fill(ObjectNode type) {
        words(type, "name");
        words(type, "description");
        number(type, "warnBefore", WARN_BEFORE);
        type.path("phases").forEach(Usual::phase);
        type.path("fields").forEach(Usual::field);
        type.path("documents")
                .forEach(document -> {
                    words(document, "name");
                    flag(document, "mandatory");
                    document.path("when").forEach(Usual::condition);
                });
        type.path("roles")
                .forEach(role -> {
                    words(role, "name");
                    text(role, "kind", RoleDefinition.RoleKind.CONCERNED.name());
                    flag(role, "mandatory");
                    flag(role, "many");
                });
        type.path("results")
                .forEach(result -> {
                    words(result, "name");
                    flag(result, "stops");
                    result.path("when").forEach(Usual::condition);
                    status(
                            result,
                            PublicStatus.DosisPhase.AFGEROND,
                            PublicStatus.DosisCode.BESLIST);
                });
    }

    private static void phase(JsonNode phase) {
        words(phase, "name");
        status(phase, PublicStatus.DosisPhase.BEHANDELING, PublicStatus.DosisCode.IN_BEHANDELING);
        phase.path("tasks")
                .forEach(task -> {
                    words(task, "title");
                    text(task, "kind", TaskKind.WORK.name());
                    flag(task, "mandatory");
                    flag(task, "repeats");
                    task.path("when").forEach(Usual::condition);
                });
    }

    private static void field(JsonNode field) {
        words(field, "label");
        words(field, "hint");
        text(field, "kind", FieldKind.TEXT.name());
        flag(field, "searchable");
        field.path("choices").forEach(choice -> words(choice, "label"));
        field.path("when").forEach(Usual::condition);
    }

    private static void condition(JsonNode condition) {
        text(condition, "comparison", Condition.Comparison.IS.name());
    }

    /** Without words of its own a status is called as its phase or result. */
    private static void status(
            JsonNode of, PublicStatus.DosisPhase phase, PublicStatus.DosisCode code) {
        if (of instanceof ObjectNode object) {
            if (!object.has("status")) {
                object.set("status", MAKE.objectNode());
            }
            JsonNode status = object.path("status");
            words(status, "words");
            text(status, "phase", phase.name());
            text(status, "code", code.name());
            flag(status, "actionNeeded");
        }
    }

    /** A name may be given as one text, in Dutch. */
    private static void words(JsonNode of, String name) {
        if (of instanceof ObjectNode object && !object.path(name).isObject()) {
            ObjectNode words = MAKE.objectNode();
            words.put("nl", object.path(name).asString(""));
            object.set(name, words);
        }
    }

    private static void text(JsonNode of, String name, String usual) {
        if (of instanceof ObjectNode object && !object.has(name)) {
            object.put(name, usual);
        }
    }

    private static void flag(JsonNode of, String name) {
        if (of instanceof ObjectNode object && !object.has(name)) {
            object.put(name, false);
        }
    }

    private static void number(JsonNode of, String name, int usual) {
        if (of instanceof ObjectNode object && !object.has(name)) {
            object.put(name, usual);
        }
    }
}
