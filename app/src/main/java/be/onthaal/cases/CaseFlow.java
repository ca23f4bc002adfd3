// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.UnitId;
import be.onthaal.cases.model.FieldKind;
import be.onthaal.cases.model.Flow;
import be.onthaal.cases.model.Phase;
import be.onthaal.cases.model.TaskDefinition;
import be.onthaal.cases.model.TaskKind;
import be.onthaal.common.Brussels;
import be.onthaal.common.Refused;
import be.onthaal.common.Term;
import be.onthaal.database.Ids;
import be.onthaal.organisation.EmployeeId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Keeps the tasks of a case as its type asks: starts whose turn it is, drops what is not needed.
 */
@Component
class CaseFlow {

    private final CaseContents contents;
    private final CaseCalendars calendars;
    private final CaseTerms terms;
    private final Clock clock;

    CaseFlow(CaseContents contents, CaseCalendars calendars, CaseTerms terms, Clock clock) {
        this.contents = contents;
        this.calendars = calendars;
        this.terms = terms;
        this.clock = clock;
    }

    /** What happens next in the case as it stands. */
    Flow of(CaseFile file, CaseType type) {
        return of(file, type, contents.since(file));
    }

    /** The same, of tasks that were read already. */
    static Flow of(CaseFile file, CaseType type, List<CaseTask> tasks) {
        return new Flow(
                type.definition(),
                phase(file, type),
                file.filled().values(),
                tasks.stream()
                        .map(task ->
                                new Flow.Begun(
                                        task.code(), Flow.Begun.State.valueOf(task.state().name())))
                        .toList());
    }

    /** Starts the tasks of a case that is new, or in a phase that is. */
    void begin(CaseFile file, CaseType type) {
        boolean withTheCase = file.progress().since().equals(file.intake().openedAt());
        advance(
                file,
                of(file, type, List.of()),
                withTheCase ? file.term().startsOn() : Brussels.today(clock));
    }

    /** Brings the tasks into line with what is filled in and done. */
    void advance(CaseFile file, CaseType type) {
        advance(file, of(file, type), Brussels.today(clock));
    }

    /** Starts one task that was offered. */
    void add(CaseFile file, CaseType type, String code) {
        TaskDefinition task =
                of(file, type).offered().stream()
                        .filter(offered -> offered.code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> new Refused("cases.task-not-offered"));
        start(file, List.of(task), Brussels.today(clock));
    }

    private void advance(CaseFile file, Flow flow, LocalDate from) {
        List<String> superfluous = flow.superfluous();
        if (!superfluous.isEmpty()) {
            contents.drop(file.id(), superfluous);
        }
        List<TaskDefinition> starting = flow.starting();
        if (!starting.isEmpty()) {
            start(file, starting, from);
        }
    }

    private void start(CaseFile file, List<TaskDefinition> tasks, LocalDate from) {
        contents.start(file, tasks.stream().map(task -> made(file, task, from)).toList());
        tasks.stream()
                .filter(task -> task.kind() == TaskKind.ASK_CUSTOMER)
                .findFirst()
                .filter(task -> file.progress().status() == CaseStatus.OPEN)
                .ifPresent(task -> terms.suspend(file.id(), task.title().nl()));
    }

    private CaseContents.New made(CaseFile file, TaskDefinition task, LocalDate from) {
        UnitId unit = task.unit().orElse(file.placement().unit());
        boolean here = unit.equals(file.placement().unit());
        boolean handlers = here && task.kind() != TaskKind.APPROVE;
        Optional<EmployeeId> employee = file.placement().handler().filter(handler -> handlers);
        return new CaseContents.New(
                Ids.next(),
                task,
                unit,
                employee,
                dueOn(file, task, unit, from),
                wakesAt(file, task));
    }

    /**
     * The term of a task runs from its start; of one that starts with the case, from its receipt.
     */
    private LocalDate dueOn(CaseFile file, TaskDefinition task, UnitId unit, LocalDate from) {
        Instant now = clock.instant();
        return task.term()
                .map(rule ->
                        Term.of(rule, CaseCalendars.start(rule, from, now))
                                .end(calendars.of(rule, unit))
                                .due())
                .orElse(file.term().dueOn());
    }

    /**
     * When the product does it: at once, after so many days, or when the day in a field is over.
     */
    private Optional<Instant> wakesAt(CaseFile file, TaskDefinition task) {
        if (task.kind().by() != TaskKind.By.PRODUCT) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (task.kind() != TaskKind.WAIT) {
            return Optional.of(now);
        }
        String with = task.with().orElse("");
        if (with.chars().allMatch(Character::isDigit)) {
            return Optional.of(
                    Brussels.startOfDay(Brussels.date(now).plusDays(Long.parseLong(with))));
        }
        return file.filled()
                .values()
                .one(with)
                .flatMap(FieldKind.DATE::written)
                .map(date -> Brussels.startOfDay(LocalDate.parse(date).plusDays(1)))
                .or(() -> Optional.of(now));
    }

    /** A phase that a later reading of the type does not know any more is like its first. */
    private static Phase phase(CaseFile file, CaseType type) {
        return type.definition()
                .phase(file.progress().phase())
                .orElseGet(() -> type.definition().phases().getFirst());
    }
}
