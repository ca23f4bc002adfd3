// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import static be.onthaal.cases.internal.db.Tables.NOTE;
import static be.onthaal.cases.internal.db.Tables.TASK;

import be.onthaal.access.Callers;
import be.onthaal.access.UnitId;
import be.onthaal.cases.internal.db.tables.records.TaskRecord;
import be.onthaal.common.NotFound;
import be.onthaal.database.Ids;
import be.onthaal.database.Part;
import be.onthaal.organisation.EmployeeId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
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

    /** Makes the mandatory tasks of a phase. */
    void begin(CaseFile file, CaseTypeDefinition.Phase phase) {
        phase.tasks().stream()
                .filter(CaseTypeDefinition.TaskDefinition::mandatory)
                .forEach(task ->
                        sql.insertInto(TASK)
                                .set(TASK.AUTHORITY_ID, authority())
                                .set(TASK.ID, Ids.next())
                                .set(TASK.CASE_ID, file.id().value())
                                .set(TASK.CODE, task.code())
                                .set(TASK.TITLE, task.title().nl())
                                .set(TASK.MANDATORY, true)
                                .set(TASK.UNIT_ID, file.placement().unit().value())
                                .set(TASK.DUE_ON, file.term().dueOn())
                                .set(TASK.MADE_AT, file.intake().openedAt())
                                .execute());
    }

    CaseTask get(CaseId id, UUID task) {
        return sql.selectFrom(TASK)
                .where(of(id))
                .and(TASK.ID.eq(task))
                .fetchOptional(CaseContents::read)
                .orElseThrow(() -> new NotFound("cases.task"));
    }

    void finish(CaseId id, UUID task) {
        sql.update(TASK)
                .set(TASK.STATE, CaseTask.TaskState.DONE.name())
                .set(TASK.DONE_AT, clock.instant())
                .set(TASK.DONE_BY, Callers.current().name())
                .where(of(id))
                .and(TASK.ID.eq(task))
                .execute();
    }

    /** The open tasks are for the handler, or for anybody of the unit when there is none. */
    void giveTo(CaseId id, Optional<EmployeeId> handler) {
        sql.update(TASK)
                .set(TASK.EMPLOYEE_ID, handler.map(EmployeeId::value).orElse(null))
                .where(of(id))
                .and(TASK.STATE.eq(CaseTask.TaskState.OPEN.name()))
                .execute();
    }

    boolean mandatoryOpen(CaseId id) {
        return sql.fetchExists(
                TASK,
                of(id).and(TASK.STATE.eq(CaseTask.TaskState.OPEN.name())).and(TASK.MANDATORY));
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
                        .map(at -> new CaseTask.Done(at, row.getDoneBy())));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
