// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import static be.onthaal.cases.internal.db.Tables.NOTE;
import static be.onthaal.cases.internal.db.Tables.TASK;

import be.onthaal.access.Callers;
import be.onthaal.access.UnitId;
import be.onthaal.cases.internal.db.tables.records.TaskRecord;
import be.onthaal.cases.model.TaskDefinition;
import be.onthaal.cases.model.TaskKind;
import be.onthaal.common.NotFound;
import be.onthaal.database.Ids;
import be.onthaal.database.Part;
import be.onthaal.organisation.EmployeeId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The tasks and notes of cases. */
@Component
class CaseContents {

    private final DSLContext sql;
    private final Clock clock;

    CaseContents(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Part<List<CaseTask>> tasks(CaseId id) {
        return Part.all(
                sql.selectFrom(TASK).where(of(id)).orderBy(TASK.MADE_AT, TASK.ID),
                CaseContents::read);
    }

    Part<List<CaseNote>> notes(CaseId id) {
        return Part.all(
                sql.selectFrom(NOTE)
                        .where(NOTE.AUTHORITY_ID.eq(authority()))
                        .and(NOTE.CASE_ID.eq(id.value()))
                        .orderBy(NOTE.WRITTEN_AT.desc(), NOTE.ID.desc()),
                row ->
                        new CaseNote(
                                row.getId(),
                                row.getText(),
                                row.getAuthorName(),
                                row.getWrittenAt()));
    }

    /** The tasks since the phase of the case began. */
    List<CaseTask> since(CaseFile file) {
        return sql.selectFrom(TASK)
                .where(of(file.id()))
                .and(TASK.MADE_AT.ge(file.progress().since()))
                .orderBy(TASK.MADE_AT, TASK.ID)
                .fetch(CaseContents::read);
    }

    /**
     * A task to start.
     *
     * @param wakesAt when the product does it by itself
     */
    record New(
            UUID id,
            TaskDefinition definition,
            UnitId unit,
            Optional<EmployeeId> employee,
            LocalDate dueOn,
            Optional<Instant> wakesAt) {}

    /** Starts tasks in their order: each a microsecond later, so that they are read in it too. */
    void start(CaseFile file, List<New> tasks) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        sql.batch(
                        IntStream.range(0, tasks.size())
                                .mapToObj(place ->
                                        inserted(
                                                file,
                                                tasks.get(place),
                                                now.plus(place, ChronoUnit.MICROS)))
                                .toList())
                .execute();
    }

    private Query inserted(CaseFile file, New task, Instant at) {
        return sql.insertInto(TASK)
                .set(TASK.AUTHORITY_ID, authority())
                .set(TASK.ID, task.id())
                .set(TASK.CASE_ID, file.id().value())
                .set(TASK.CODE, task.definition().code())
                .set(TASK.TITLE, task.definition().title().nl())
                .set(TASK.KIND, task.definition().kind().name())
                .set(TASK.NEEDS, task.definition().with().orElse(""))
                .set(TASK.MANDATORY, task.definition().mandatory())
                .set(TASK.UNIT_ID, task.unit().value())
                .set(TASK.EMPLOYEE_ID, task.employee().map(EmployeeId::value).orElse(null))
                .set(TASK.DUE_ON, task.dueOn())
                .set(TASK.WAKES_AT, task.wakesAt().orElse(null))
                .set(TASK.MADE_AT, at);
    }

    /** What is no longer needed, of these codes. */
    void drop(CaseId id, List<String> codes) {
        sql.update(TASK)
                .set(TASK.STATE, CaseTask.TaskState.DROPPED.name())
                .where(of(id))
                .and(TASK.STATE.eq(CaseTask.TaskState.OPEN.name()))
                .and(TASK.CODE.in(codes))
                .execute();
    }

    /**
     * A task that is for the product now.
     *
     * @param attempts how often it was tried before
     */
    record Due(CaseId id, UUID task, TaskKind kind, String needs, int attempts) {}

    /**
     * What the product must do now, of every case of the authority; its index holds what is open.
     */
    List<Due> due(int most) {
        return sql.selectFrom(TASK)
                .where(TASK.AUTHORITY_ID.eq(authority()))
                .and(TASK.STATE.eq(DSL.inline(CaseTask.TaskState.OPEN.name())))
                .and(TASK.WAKES_AT.le(clock.instant()))
                .orderBy(TASK.WAKES_AT)
                .limit(most)
                .fetch(row ->
                        new Due(
                                new CaseId(row.getCaseId()),
                                row.getId(),
                                TaskKind.valueOf(row.getKind()),
                                row.getNeeds(),
                                row.getAttempts()));
    }

    /** Whether nobody did it meanwhile, of a case that is locked. */
    boolean stillDue(Due task) {
        return sql.fetchExists(
                TASK,
                of(task.id())
                        .and(TASK.ID.eq(task.task()))
                        .and(TASK.STATE.eq(CaseTask.TaskState.OPEN.name()))
                        .and(TASK.WAKES_AT.isNotNull()));
    }

    /** The product could not do it: later again, or it is for people, who read why. */
    void failed(Due task, String failure, Optional<Instant> again) {
        sql.update(TASK)
                .set(TASK.FAILURE, failure)
                .set(TASK.WAKES_AT, again.orElse(null))
                .set(TASK.ATTEMPTS, TASK.ATTEMPTS.plus(1))
                .where(of(task.id()))
                .and(TASK.ID.eq(task.task()))
                .execute();
    }

    /** Of these open tasks nothing is asked any more. */
    void dropped(CaseId id, List<UUID> tasks) {
        sql.update(TASK)
                .set(TASK.STATE, CaseTask.TaskState.DROPPED.name())
                .where(of(id))
                .and(TASK.STATE.eq(CaseTask.TaskState.OPEN.name()))
                .and(TASK.ID.in(tasks))
                .execute();
    }

    /** Open tasks of one case are done in another from now on. */
    void take(List<UUID> tasks, CaseId from, CaseId to) {
        sql.update(TASK)
                .set(TASK.CASE_ID, to.value())
                .where(of(from))
                .and(TASK.STATE.eq(CaseTask.TaskState.OPEN.name()))
                .and(TASK.ID.in(tasks))
                .execute();
    }

    /** Opens tasks again that were dropped. */
    void open(CaseId id, List<UUID> tasks) {
        sql.update(TASK)
                .set(TASK.STATE, CaseTask.TaskState.OPEN.name())
                .where(of(id))
                .and(TASK.STATE.eq(CaseTask.TaskState.DROPPED.name()))
                .and(TASK.ID.in(tasks))
                .execute();
    }

    /** The tasks that are still to be done. */
    List<CaseTask> stillOpen(CaseId id) {
        return sql.selectFrom(TASK)
                .where(of(id))
                .and(TASK.STATE.eq(CaseTask.TaskState.OPEN.name()))
                .orderBy(TASK.MADE_AT, TASK.ID)
                .fetch(CaseContents::read);
    }

    /** Writes by when a task must be done now; of that day nobody was told yet. */
    void due(CaseId id, UUID task, LocalDate day) {
        sql.update(TASK)
                .set(TASK.DUE_ON, day)
                .setNull(TASK.WARNED_AT)
                .setNull(TASK.LATE_TOLD_AT)
                .where(of(id))
                .and(TASK.ID.eq(task))
                .execute();
    }

    /** A task that a program outside has to itself for a while. */
    record Leased(CaseId id, UUID task, String code, int attempts) {}

    /** Gives a program what waits under a topic; nobody else gets it meanwhile. */
    List<Leased> lease(String topic, String worker, int most, Instant until) {
        List<UUID> waiting =
                sql.select(TASK.ID)
                        .from(TASK)
                        .where(TASK.AUTHORITY_ID.eq(authority()))
                        .and(TASK.STATE.eq(CaseTask.TaskState.OPEN.name()))
                        .and(TASK.KIND.eq(TaskKind.WORKER.name()))
                        .and(TASK.NEEDS.eq(topic))
                        .and(TASK.FAILURE.eq(""))
                        .and(TASK.LEASE_UNTIL.isNull().or(TASK.LEASE_UNTIL.le(clock.instant())))
                        .orderBy(TASK.MADE_AT, TASK.ID)
                        .limit(most)
                        .forUpdate()
                        .skipLocked()
                        .fetch(TASK.ID);
        return sql.update(TASK)
                .set(TASK.LEASE_UNTIL, until)
                .set(TASK.LEASE_BY, worker)
                .where(TASK.AUTHORITY_ID.eq(authority()))
                .and(TASK.ID.in(waiting))
                .returning()
                .fetch(row ->
                        new Leased(
                                new CaseId(row.getCaseId()),
                                row.getId(),
                                row.getCode(),
                                row.getAttempts()));
    }

    Optional<CaseId> caseOf(UUID task) {
        return sql.select(TASK.CASE_ID)
                .from(TASK)
                .where(TASK.AUTHORITY_ID.eq(authority()))
                .and(TASK.ID.eq(task))
                .fetchOptional(row -> new CaseId(row.value1()));
    }

    /** Until when this worker has an open task. */
    Optional<Instant> leasedUntil(CaseId id, UUID task, String worker) {
        return sql.select(TASK.LEASE_UNTIL)
                .from(TASK)
                .where(of(id))
                .and(TASK.ID.eq(task))
                .and(TASK.STATE.eq(CaseTask.TaskState.OPEN.name()))
                .and(TASK.LEASE_BY.eq(worker))
                .fetchOptional(TASK.LEASE_UNTIL);
    }

    int attempts(CaseId id, UUID task) {
        return sql.select(TASK.ATTEMPTS)
                .from(TASK)
                .where(of(id))
                .and(TASK.ID.eq(task))
                .fetchSingle(row -> row.value1());
    }

    /** It waits again, or with a failure is for people. */
    void giveBack(CaseId id, UUID task, String failure) {
        sql.update(TASK)
                .set(TASK.FAILURE, failure)
                .set(TASK.ATTEMPTS, TASK.ATTEMPTS.plus(1))
                .setNull(TASK.LEASE_UNTIL)
                .set(TASK.LEASE_BY, "")
                .where(of(id))
                .and(TASK.ID.eq(task))
                .execute();
    }

    CaseTask get(CaseId id, UUID task) {
        return sql.selectFrom(TASK)
                .where(of(id))
                .and(TASK.ID.eq(task))
                .fetchOptional(CaseContents::read)
                .orElseThrow(() -> new NotFound("cases.task"));
    }

    void finish(CaseId id, UUID task, String outcome, String note) {
        sql.update(TASK)
                .set(TASK.STATE, CaseTask.TaskState.DONE.name())
                .set(TASK.OUTCOME, outcome)
                .set(TASK.NOTE, note)
                .set(TASK.DONE_AT, clock.instant())
                .set(TASK.DONE_BY, Callers.current().name())
                .set(TASK.DONE_BY_ID, Callers.current().employee().orElse(null))
                .where(of(id))
                .and(TASK.ID.eq(task))
                .execute();
    }

    /** Whether this employee did work in the phase of the case, besides approving. */
    boolean workedIn(CaseFile file, UUID employee) {
        return sql.fetchExists(
                TASK,
                of(file.id())
                        .and(TASK.MADE_AT.ge(file.progress().since()))
                        .and(TASK.KIND.ne(TaskKind.APPROVE.name()))
                        .and(TASK.DONE_BY_ID.eq(employee)));
    }

    /** The open tasks are for the handler, or for anybody of the unit when there is none. */
    void giveTo(CaseId id, Optional<EmployeeId> handler) {
        sql.update(TASK)
                .set(TASK.EMPLOYEE_ID, handler.map(EmployeeId::value).orElse(null))
                .where(of(id))
                .and(TASK.STATE.eq(CaseTask.TaskState.OPEN.name()))
                .execute();
    }

    /** What was optional and has not been done is no longer asked. */
    void dropOpen(CaseId id) {
        sql.update(TASK)
                .set(TASK.STATE, CaseTask.TaskState.DROPPED.name())
                .where(of(id))
                .and(TASK.STATE.eq(CaseTask.TaskState.OPEN.name()))
                .execute();
    }

    void note(CaseId id, String text) {
        sql.insertInto(NOTE)
                .set(NOTE.AUTHORITY_ID, authority())
                .set(NOTE.ID, Ids.next())
                .set(NOTE.CASE_ID, id.value())
                .set(NOTE.TEXT, text)
                .set(NOTE.AUTHOR_NAME, Callers.current().name())
                .set(NOTE.WRITTEN_AT, clock.instant())
                .execute();
    }

    private static Condition of(CaseId id) {
        return TASK.AUTHORITY_ID.eq(authority()).and(TASK.CASE_ID.eq(id.value()));
    }

    private static CaseTask read(TaskRecord row) {
        return new CaseTask(
                row.getId(),
                row.getCode(),
                row.getTitle(),
                row.getMandatory(),
                CaseTask.TaskState.valueOf(row.getState()),
                new CaseTask.Assignee(
                        new UnitId(row.getUnitId()),
                        Optional.ofNullable(row.getEmployeeId()).map(EmployeeId::new)),
                Optional.ofNullable(row.getDueOn()),
                Optional.ofNullable(row.getDoneAt())
                        .map(at -> new CaseTask.Done(at, row.getDoneBy())),
                row.getMadeAt(),
                new CaseTask.Work(
                        TaskKind.valueOf(row.getKind()),
                        row.getNeeds(),
                        row.getOutcome(),
                        row.getNote(),
                        row.getFailure()));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
