// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases.model;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** What is wrong with the tasks of one phase. */
final class TaskChecks {

    private static final int LONGEST_NAME = 200;

    private final CaseTypeDefinition type;
    private final Phase phase;
    private final List<Problem> found;

    private TaskChecks(CaseTypeDefinition type, Phase phase, List<Problem> found) {
        this.type = type;
        this.phase = phase;
        this.found = found;
    }

    static void of(
            CaseTypeDefinition type,
            Phase phase,
            BiConsumer<String, List<Condition>> conditions,
            List<Problem> found) {
        var checks = new TaskChecks(type, phase, found);
        for (TaskDefinition task : phase.tasks()) {
            String place = "phases/" + phase.code() + "/tasks/" + task.code();
            checks.task(place, task);
            conditions.accept(place, task.when());
        }
    }

    private void task(String place, TaskDefinition task) {
        if (task.title().missing()) {
            error(place, "cases.check.no-name");
        } else if (task.title().nl().length() > LONGEST_NAME) {
            error(place, "cases.check.long", LONGEST_NAME);
        }
        for (String before : task.after()) {
            Optional<TaskDefinition> first = in(before);
            if (first.isEmpty()) {
                error(place + "/after", "cases.check.no-such-task", before);
            } else if (task.mandatory() && !first.get().mandatory()) {
                error(place + "/after", "cases.check.after-optional", before);
            }
        }
        Function<String, List<String>> onwards =
                code -> in(code).map(TaskDefinition::after).orElse(List.of());
        if (DefinitionChecks.circles(task.code(), onwards)) {
            error(place + "/after", "cases.check.circle");
        }
        if (task.mandatory() && task.repeats()) {
            error(place, "cases.check.repeats-mandatory");
        }
        needs(place + "/with", task);
    }

    private void needs(String place, TaskDefinition task) {
        String with = task.with().orElse("");
        boolean right =
                switch (task.kind().with()) {
                    case NOTHING -> with.isEmpty();
                    case TEMPLATE ->
                            coded(with) || (with.isEmpty() && task.kind() != TaskKind.NOTIFY);
                    case CASE_TYPE, TOPIC -> coded(with);
                    case FIELD -> isField(with, FieldKind.YES_NO);
                    case DAYS_OR_FIELD -> isDays(with) || isField(with, FieldKind.DATE);
                };
        if (!right) {
            error(place, "cases.check.with." + task.kind().with().name());
        }
    }

    private boolean isField(String code, FieldKind kind) {
        return type.field(code)
                .filter(field -> field.kind() == kind && field.computed().isEmpty())
                .isPresent();
    }

    private static boolean isDays(String text) {
        return text.matches("[1-9]\\d{0,3}")
                && Integer.parseInt(text) <= DefinitionChecks.LONGEST_TERM;
    }

    private static boolean coded(String text) {
        return DefinitionChecks.CODE.matcher(text).matches();
    }

    private Optional<TaskDefinition> in(String code) {
        return phase.tasks().stream().filter(task -> task.code().equals(code)).findFirst();
    }

    private void error(String place, String key, Object... arguments) {
        found.add(Problem.error(place, key, arguments));
    }
}
