// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webhooks;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a program elsewhere can be told of. The code is the {@code type} of the message (Standard
 * Webhooks 1.0): it never changes its meaning.
 */
public enum EventKind {
    OPENED("case.opened", Set.of("cases.opened", "cases.taken-over")),
    ASSIGNED("case.assigned", Set.of("cases.assigned")),
    RELEASED("case.released", Set.of("cases.released")),
    MOVED("case.moved", Set.of("cases.moved")),
    WENT_ON("case.phase_changed", Set.of("cases.went-on")),
    FILLED("case.fields_changed", Set.of("cases.filled")),
    TASK_DONE("case.task_done", Set.of("cases.task-done")),
    ANSWER_RECEIVED("case.answer_received", Set.of("cases.answer-received")),
    ANSWER_SENT("case.answer_sent", Set.of("cases.answer-sent")),
    SUSPENDED("case.suspended", Set.of("cases.suspended")),
    RESUMED("case.resumed", Set.of("cases.resumed")),
    EXTENDED("case.extended", Set.of("cases.extended")),
    CLOSED("case.closed", Set.of("cases.closed", "cases.cancelled")),
    REOPENED("case.reopened", Set.of("cases.reopened")),
    /** Made by hand, to see whether somebody is there. */
    TEST("webhook.test", Set.of());

    private final String code;
    private final Set<String> steps;

    EventKind(String code, Set<String> steps) {
        this.code = code;
        this.steps = Set.copyOf(steps);
    }

    /** The name of it in a message. */
    public String code() {
        return code;
    }

    /** What can be subscribed to. */
    public static List<EventKind> catalogue() {
        return Stream.of(values()).filter(kind -> kind != TEST).toList();
    }

    /** What is told of a step in a case, if anything. */
    public static Optional<EventKind> ofStep(String step) {
        return Stream.of(values()).filter(kind -> kind.steps.contains(step)).findFirst();
    }

    /** The kind with this code, if it can be subscribed to. */
    public static Optional<EventKind> ofCode(String code) {
        return catalogue().stream().filter(kind -> kind.code.equals(code)).findFirst();
    }
}
