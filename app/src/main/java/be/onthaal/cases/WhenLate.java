// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.cases.CaseTrail.Step;
import be.onthaal.cases.LateCases.Late;
import be.onthaal.cases.model.CaseTypeDefinition;
import be.onthaal.cases.model.LateStep;
import be.onthaal.cases.model.TaskDefinition;
import be.onthaal.common.Brussels;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Does what a case type says that happens when a term has passed: once for that term, and not while
 * the case stands still. What cannot be done as the case stands is written down in it.
 */
@Service
class WhenLate {

    private static final int AT_ONCE = 200;

    private final LateCases late;
    private final Cases cases;
    private final CaseStore store;
    private final CaseContents contents;
    private final CaseTypes types;
    private final CaseHandling work;
    private final CaseFlow flow;
    private final CaseTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WhenLate(
            LateCases late,
            Cases cases,
            CaseStore store,
            CaseContents contents,
            CaseTypes types,
            CaseHandling work,
            CaseFlow flow,
            CaseTrail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.late = late;
        this.cases = cases;
        this.store = store;
        this.contents = contents;
        this.types = types;
        this.work = work;
        this.flow = flow;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /** A portion of the tasks whose term passed and was not dealt with, after the last one. */
    @Transactional(readOnly = true)
    public List<Late> tasks(Optional<Late> after) {
        Callers.require(Permission.CASE_HANDLE);
        return late.tasks(late.types(), Brussels.today(clock), after, AT_ONCE);
    }

    /** A portion of the cases whose term passed and was not dealt with, after the last one. */
    @Transactional(readOnly = true)
    public List<Late> cases(Optional<Late> after) {
        Callers.require(Permission.CASE_HANDLE);
        return late.cases(late.types(), Brussels.today(clock), after, AT_ONCE);
    }

    /** Does what is to happen now that a term has passed, unless it runs on or that was done. */
    @Transactional
    public void handle(Late passed) {
        Callers.require(Permission.CASE_HANDLE);
        CaseFile file = store.locked(passed.id());
        CaseTypeDefinition type = types.get(file.matter().typeId()).definition();
        Optional<Passed> term = passed(file, type, passed);
        if (term.isPresent() && late.claim(passed)) {
            for (LateStep step : term.get().steps()) {
                step(passed.id(), term.get(), step);
            }
        }
    }

    /**
     * What is said of a term that did pass.
     *
     * @param of the task whose term it is, if it is not that of the case
     */
    private record Passed(LocalDate dueOn, Optional<String> of, List<LateStep> steps) {

        /** Why it happens, with what it is about. */
        String why(String what) {
            String whose = of.map(title -> title + ", ").orElse("");
            return whose + dueOn + (what.isEmpty() ? "" : " · " + what);
        }
    }

    private Optional<Passed> passed(CaseFile file, CaseTypeDefinition type, Late passed) {
        LocalDate today = Brussels.today(clock);
        if (file.progress().status() != CaseStatus.OPEN || !passed.dueOn().isBefore(today)) {
            return Optional.empty();
        }
        if (passed.task().isEmpty()) {
            return Optional.of(new Passed(passed.dueOn(), Optional.empty(), type.late()))
                    .filter(same -> file.term().dueOn().equals(passed.dueOn()));
        }
        CaseTask task = contents.get(file.id(), passed.task().get());
        boolean runs =
                task.state() == CaseTask.TaskState.OPEN
                        && task.dueOn().equals(Optional.of(passed.dueOn()));
        List<LateStep> steps =
                type.task(task.code())
                        .filter(definition -> definition.term().isPresent())
                        .map(TaskDefinition::late)
                        .orElse(List.of());
        return Optional.of(new Passed(passed.dueOn(), Optional.of(task.title()), steps))
                .filter(still -> runs);
    }

    /** A step before it may have ended the case or changed its phase, so it is read again. */
    private void step(CaseId id, Passed term, LateStep step) {
        CaseFile file = store.get(id);
        CaseType type = types.get(file.matter().typeId());
        String code = step.code();
        String name = step.named(type.definition(), "nl");
        switch (step.kind()) {
            case ESCALATE -> escalate(file, term);
            case TASK -> tried(file, term.why(name), "cases.late-task", started(file, type, code));
            case PHASE -> tried(file, term.why(name), "cases.late-phase", gone(file, type, code));
            case CLOSE ->
                    tried(file, term.why(name), "cases.late-closed", closed(file, type, code));
        }
    }

    private void escalate(CaseFile file, Passed term) {
        trail.inside(file, Step.of("cases.late-escalated", term.why("")));
        events.publishEvent(
                new CaseEscalated(
                        file.id(),
                        file.number(),
                        file.placement().unit(),
                        file.matter().confidentiality(),
                        file.placement().handler()));
    }

    /** Says why beforehand, so that the story reads from why to what; or that it cannot be. */
    private void tried(CaseFile file, String why, String event, Optional<Runnable> step) {
        trail.inside(file, Step.of(step.isPresent() ? event : "cases.late-not", why));
        step.ifPresent(Runnable::run);
    }

    private Optional<Runnable> started(CaseFile file, CaseType type, String task) {
        return flow.of(file, type).offered().stream()
                .filter(offered -> offered.code().equals(task))
                .findFirst()
                .map(offered -> () -> flow.add(file, type, task));
    }

    private Optional<Runnable> gone(CaseFile file, CaseType type, String phase) {
        return type.definition()
                .phase(phase)
                .filter(next -> !next.code().equals(file.progress().phase()))
                .map(next -> () -> work.put(file, type, next));
    }

    private Optional<Runnable> closed(CaseFile file, CaseType type, String result) {
        return flow.of(file, type).results().stream()
                .filter(end -> end.code().equals(result) && end.stops())
                .findFirst()
                .map(end -> () -> cases.close(file.id(), file.progress().revision(), end.code()));
    }
}
