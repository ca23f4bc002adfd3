// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import static be.onthaal.cases.internal.db.Tables.CASE_FILE;
import static be.onthaal.cases.internal.db.Tables.TASK;
import static be.onthaal.database.Rows.of;

import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.Permission;
import be.onthaal.access.UnitId;
import be.onthaal.cases.internal.db.tables.records.TaskRecord;
import be.onthaal.cases.model.CaseTypeDefinition;
import be.onthaal.cases.model.TaskDefinition;
import be.onthaal.cases.model.TaskKind;
import be.onthaal.common.PublicNumber;
import be.onthaal.organisation.EmployeeId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tasks whose own term ends soon or is over: each is handed out once before and once after, to
 * whoever tells it. What must only be done with the case has no term of its own; while the case
 * stands still nothing is late.
 */
@Service
public class TaskTerms {

    private static final int AT_ONCE = 1_000;

    private final DSLContext sql;
    private final CaseTypes types;
    private final Clock clock;

    TaskTerms(DSLContext sql, CaseTypes types, Clock clock) {
        this.sql = sql;
        this.types = types;
        this.clock = clock;
    }

    /**
     * A task that must be done by a day, and where it stands.
     *
     * @param warnBefore how many working days before the type of its case warns
     */
    public record Timed(
            CaseId id,
            PublicNumber number,
            UUID task,
            LocalDate dueOn,
            int warnBefore,
            CaseFile.Placement placement,
            Confidentiality confidentiality,
            CaseTask.Assignee assignee) {}

    /** The open tasks with a term of their own that ends by a day, of which nobody was warned. */
    @Transactional(readOnly = true)
    public List<Timed> near(LocalDate today, LocalDate until) {
        Callers.require(Permission.CASE_VIEW);
        return open(TASK.DUE_ON.between(today, until).and(TASK.WARNED_AT.isNull()));
    }

    /** The open tasks whose own term is over, of which nobody was told. */
    @Transactional(readOnly = true)
    public List<Timed> late(LocalDate today) {
        Callers.require(Permission.CASE_VIEW);
        return open(TASK.DUE_ON.lt(today));
    }

    /** Takes upon itself to warn of these; those that are still to be warned of. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Timed> warn(List<Timed> tasks) {
        return marked(tasks, TASK.WARNED_AT);
    }

    /** Takes upon itself to tell that these are late; those that are still to be told. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Timed> tellLate(List<Timed> tasks) {
        return marked(tasks, TASK.LATE_TOLD_AT);
    }

    private List<Timed> open(Condition due) {
        return sql
                .select(
                        TASK.ID,
                        TASK.CODE,
                        TASK.DUE_ON,
                        TASK.UNIT_ID,
                        TASK.EMPLOYEE_ID,
                        CASE_FILE.ID,
                        CASE_FILE.NUMBER,
                        CASE_FILE.TYPE_ID,
                        CASE_FILE.UNIT_ID,
                        CASE_FILE.HANDLER_ID,
                        CASE_FILE.HANDLER_NAME,
                        CASE_FILE.CONFIDENTIALITY)
                .from(TASK)
                .join(CASE_FILE)
                .on(CASE_FILE.AUTHORITY_ID.eq(TASK.AUTHORITY_ID))
                .and(CASE_FILE.ID.eq(TASK.CASE_ID))
                .where(TASK.AUTHORITY_ID.eq(authority()))
                .and(TASK.STATE.eq(DSL.inline(CaseTask.TaskState.OPEN.name())))
                .and(TASK.LATE_TOLD_AT.isNull())
                .and(due)
                .and(CASE_FILE.STATUS.eq(CaseStatus.OPEN.name()))
                .and(TASK.KIND.in(forPeople()).or(TASK.FAILURE.ne("")))
                .orderBy(TASK.DUE_ON, TASK.ID)
                .fetch()
                .stream()
                .flatMap(this::own)
                .toList();
    }

    /** What the product or a program does is for people only where that did not succeed. */
    private static List<String> forPeople() {
        return Stream.of(TaskKind.values())
                .filter(kind -> kind.by() == TaskKind.By.PERSON)
                .map(Enum::name)
                .toList();
    }

    private Stream<Timed> own(Record row) {
        CaseTypeDefinition type = types.get(of(row, CASE_FILE.TYPE_ID)).definition();
        boolean own = type.task(of(row, TASK.CODE)).flatMap(TaskDefinition::term).isPresent();
        return own ? Stream.of(read(row, type.warnBefore())) : Stream.empty();
    }

    private static Timed read(Record row, int warnBefore) {
        return new Timed(
                new CaseId(of(row, CASE_FILE.ID)),
                PublicNumber.parse(of(row, CASE_FILE.NUMBER)).orElseThrow(),
                of(row, TASK.ID),
                of(row, TASK.DUE_ON),
                warnBefore,
                new CaseFile.Placement(
                        new UnitId(of(row, CASE_FILE.UNIT_ID)),
                        Optional.ofNullable(row.get(CASE_FILE.HANDLER_ID)).map(EmployeeId::new),
                        of(row, CASE_FILE.HANDLER_NAME)),
                Confidentiality.of(of(row, CASE_FILE.CONFIDENTIALITY)),
                new CaseTask.Assignee(
                        new UnitId(of(row, TASK.UNIT_ID)),
                        Optional.ofNullable(row.get(TASK.EMPLOYEE_ID)).map(EmployeeId::new)));
    }

    /** Of what was done meanwhile, or told by another process, nothing is told. */
    private List<Timed> marked(List<Timed> tasks, TableField<TaskRecord, Instant> mark) {
        List<UUID> ids = tasks.stream().map(Timed::task).toList();
        Set<UUID> mine = new HashSet<>();
        for (List<UUID> some : parted(ids)) {
            mine.addAll(
                    sql.update(TASK)
                            .set(mark, clock.instant())
                            .where(TASK.AUTHORITY_ID.eq(authority()))
                            .and(TASK.ID.in(some))
                            .and(TASK.STATE.eq(CaseTask.TaskState.OPEN.name()))
                            .and(mark.isNull())
                            .returning(TASK.ID)
                            .fetch(TASK.ID));
        }
        return tasks.stream().filter(task -> mine.contains(task.task())).toList();
    }

    private static List<List<UUID>> parted(List<UUID> ids) {
        List<List<UUID>> parts = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            parts.add(ids.subList(from, Math.min(ids.size(), from + AT_ONCE)));
        }
        return parts;
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
