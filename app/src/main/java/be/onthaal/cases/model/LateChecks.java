// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases.model;

import java.util.List;
import java.util.Optional;

/** What is wrong with what happens when a term has passed. */
final class LateChecks {

    private final CaseTypeDefinition type;
    private final List<Problem> found;

    private LateChecks(CaseTypeDefinition type, List<Problem> found) {
        this.type = type;
        this.found = found;
    }

    static void of(CaseTypeDefinition type, List<Problem> found) {
        var checks = new LateChecks(type, found);
        checks.steps("late", type.late());
        for (Phase phase : type.phases()) {
            for (TaskDefinition task : phase.tasks()) {
                String place = "phases/" + phase.code() + "/tasks/" + task.code() + "/late";
                checks.steps(place, task.late());
                if (!task.late().isEmpty() && task.term().isEmpty()) {
                    checks.error(place, "cases.check.late-term");
                }
            }
        }
    }

    private void steps(String place, List<LateStep> steps) {
        if (steps.stream().map(LateStep::kind).distinct().count() < steps.size()) {
            error(place, "cases.check.twice");
        }
        if (steps.stream().limit(Math.max(0, steps.size() - 1)).anyMatch(LateChecks::closes)) {
            error(place, "cases.check.late-order");
        }
        steps.forEach(step -> step(place + "/" + step.kind().name(), step));
    }

    private static boolean closes(LateStep step) {
        return step.kind() == LateStep.Kind.CLOSE;
    }

    private void step(String place, LateStep step) {
        String code = step.code();
        switch (step.kind().with()) {
            case NOTHING -> {
                if (!code.isEmpty()) {
                    error(place, "cases.check.with.NOTHING");
                }
            }
            case TASK -> task(place, code);
            case PHASE -> {
                if (type.phase(code).isEmpty()) {
                    error(place, "cases.check.no-such-phase", code);
                }
            }
            case RESULT -> result(place, code);
        }
    }

    /** A mandatory task starts by itself; only what is offered can be started. */
    private void task(String place, String code) {
        Optional<TaskDefinition> task = type.task(code);
        if (task.isEmpty()) {
            error(place, "cases.check.no-such-task", code);
        } else if (task.get().mandatory()) {
            error(place, "cases.check.late-mandatory", code);
        }
    }

    /** The law does not wait for tasks, and what ends must have its retention. */
    private void result(String place, String code) {
        Optional<Result> result = type.result(code);
        if (result.isEmpty()) {
            error(place, "cases.check.late-result", code);
        } else if (!result.get().stops()) {
            error(place, "cases.check.late-stops", code);
        } else if (result.get().retention().filter(Retention::complete).isEmpty()) {
            error(place, "cases.check.late-retention", code);
        }
    }

    private void error(String place, String key, Object... arguments) {
        found.add(Problem.error(place, key, arguments));
    }
}
