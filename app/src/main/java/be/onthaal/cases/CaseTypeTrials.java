// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.access.UnitId;
import be.onthaal.cases.model.CaseTypeDefinition;
import be.onthaal.cases.model.FieldDefinition;
import be.onthaal.cases.model.FieldKind;
import be.onthaal.cases.model.FieldValues;
import be.onthaal.cases.model.Flow;
import be.onthaal.cases.model.Flow.Begun;
import be.onthaal.cases.model.LateStep;
import be.onthaal.cases.model.Phase;
import be.onthaal.cases.model.Result;
import be.onthaal.cases.model.TaskDefinition;
import be.onthaal.cases.model.TaskKind;
import be.onthaal.common.Brussels;
import be.onthaal.common.Term;
import be.onthaal.common.TermEnd;
import be.onthaal.common.TermRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Walks through a case type with example data before anybody works with it: who gets what when, if
 * every task is done on its last day and every approval is given.
 */
@Service
public class CaseTypeTrials {

    private static final int MOST_ROUNDS = 200;

    private final CaseFilling filling;
    private final CaseCalendars calendars;

    CaseTypeTrials(CaseFilling filling, CaseCalendars calendars) {
        this.filling = filling;
        this.calendars = calendars;
    }

    /**
     * A case from receipt to end.
     *
     * @param end by when it must be done
     * @param done when it is, if every task takes all the time it has
     * @param late what happens on the day after its end when it is not done then
     */
    public record Walk(
            TermEnd end,
            LocalDate done,
            CaseFile.Filled filled,
            List<Stage> stages,
            List<LateStep> late) {

        public boolean isLate() {
            return done.isAfter(end.due());
        }
    }

    /** One phase of it, with what is still to be filled in and how the case may end in it. */
    public record Stage(
            Phase phase, List<Step> steps, List<FieldDefinition> missing, List<Result> results) {}

    /**
     * A task in it.
     *
     * @param unit who does it, when that is not the unit of the case
     */
    public record Step(
            TaskDefinition task, Optional<UnitId> unit, LocalDate from, LocalDate until) {}

    /** Walks through the phases, each time to the first that comes next. */
    @Transactional(readOnly = true)
    public Walk walk(
            CaseTypeDefinition type,
            UnitId unit,
            Map<String, List<String>> typed,
            LocalDate received) {
        Callers.require(Permission.CASE_TYPES_MANAGE);
        Phase first = type.phases().getFirst();
        CaseFile.Filled filled = filling.fill(type, first, CaseFile.Filled.NOTHING, typed);
        FieldValues values = filled.values();
        TermEnd end = end(type.term(), received, unit);
        List<Stage> stages = new ArrayList<>();
        LocalDate day = received;
        for (Phase phase : way(type)) {
            List<Step> steps = new ArrayList<>();
            List<Begun> begun = new ArrayList<>();
            for (int round = 0; round < MOST_ROUNDS; round++) {
                List<TaskDefinition> starting = new Flow(type, phase, values, begun).starting();
                if (starting.isEmpty()) {
                    break;
                }
                LocalDate from = day;
                List<Step> now =
                        starting.stream()
                                .map(task -> step(task, unit, from, filled.values()))
                                .toList();
                steps.addAll(now);
                day = Collections.max(now.stream().map(Step::until).toList());
                for (TaskDefinition task : starting) {
                    begun.add(new Begun(task.code(), Begun.State.DONE));
                    values = decided(values, task);
                }
            }
            var flow = new Flow(type, phase, values, begun);
            stages.add(new Stage(phase, steps, flow.toFill(), flow.results()));
        }
        return new Walk(end, day, filled, stages, type.late());
    }

    /** From the first phase, each time to the first next one that was not passed yet. */
    private static List<Phase> way(CaseTypeDefinition type) {
        List<Phase> way = new ArrayList<>();
        Optional<Phase> next = Optional.of(type.phases().getFirst());
        while (next.isPresent()) {
            Phase phase = next.get();
            way.add(phase);
            next =
                    phase.next().stream()
                            .flatMap(code -> type.phase(code).stream())
                            .filter(other -> !way.contains(other))
                            .filter(other ->
                                    type.phases().indexOf(other) > type.phases().indexOf(phase))
                            .findFirst();
        }
        return way;
    }

    private Step step(TaskDefinition task, UnitId unit, LocalDate from, FieldValues values) {
        UnitId who = task.unit().orElse(unit);
        LocalDate until =
                task.kind() == TaskKind.WAIT
                        ? waited(task, from, values)
                        : task.term().map(rule -> end(rule, from, who).due()).orElse(from);
        return new Step(task, task.unit(), from, until);
    }

    private static LocalDate waited(TaskDefinition task, LocalDate from, FieldValues values) {
        String with = task.with().orElse("");
        return with.chars().allMatch(Character::isDigit)
                ? from.plusDays(Long.parseLong(with))
                : values.one(with)
                        .flatMap(FieldKind.DATE::written)
                        .map(LocalDate::parse)
                        .filter(date -> date.isAfter(from))
                        .orElse(from);
    }

    private static FieldValues decided(FieldValues values, TaskDefinition task) {
        return task.kind() == TaskKind.APPROVE
                ? values.with(task.with().orElse(""), List.of(FieldKind.YES))
                : values;
    }

    private TermEnd end(TermRule rule, LocalDate from, UnitId unit) {
        return Term.of(rule, Brussels.startOfDay(from)).end(calendars.of(rule, unit));
    }
}
