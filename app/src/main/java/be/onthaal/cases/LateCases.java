// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import static be.onthaal.cases.internal.db.Tables.CASE_FILE;
import static be.onthaal.cases.internal.db.Tables.CASE_TYPE;
import static be.onthaal.cases.internal.db.Tables.LATE_STEP;
import static be.onthaal.cases.internal.db.Tables.TASK;
import static be.onthaal.database.Rows.of;
import static org.jooq.impl.DSL.row;

import be.onthaal.access.Callers;
import be.onthaal.database.Ids;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Which terms have passed of which a type says what happens then, and were not dealt with. */
@Component
class LateCases {

    private final DSLContext sql;
    private final Clock clock;

    LateCases(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A term that passed: of a case, or of a task in it. */
    record Late(CaseId id, Optional<UUID> task, LocalDate dueOn) {}

    /** The versions of types in which something happens when a term has passed. */
    List<UUID> types() {
        Condition says =
                DSL.condition(
                        "jsonb_path_exists({0}, '$.late[0]') or jsonb_path_exists({0}, '$.phases[*].tasks[*].late[0]')",
                        CASE_TYPE.DEFINITION);
        return sql.select(CASE_TYPE.ID)
                .from(CASE_TYPE)
                .where(CASE_TYPE.AUTHORITY_ID.eq(authority()))
                .and(CASE_TYPE.STATE.ne("DRAFT"))
                .and(says)
                .fetch(CASE_TYPE.ID);
    }

    /** Cases of these types that run and must have been done, the longest late first. */
    List<Late> cases(List<UUID> types, LocalDate today, Optional<Late> after, int most) {
        return sql.select(CASE_FILE.ID, CASE_FILE.DUE_ON)
                .from(CASE_FILE)
                .where(runs(types))
                .and(CASE_FILE.DUE_ON.lt(today))
                .and(
                        after.map(last ->
                                        row(CASE_FILE.DUE_ON, CASE_FILE.ID)
                                                .gt(last.dueOn(), last.id().value()))
                                .orElse(DSL.noCondition()))
                .and(
                        DSL.notExists(
                                DSL.selectOne()
                                        .from(LATE_STEP)
                                        .where(LATE_STEP.AUTHORITY_ID.eq(CASE_FILE.AUTHORITY_ID))
                                        .and(LATE_STEP.CASE_ID.eq(CASE_FILE.ID))
                                        .and(LATE_STEP.TASK_ID.isNull())
                                        .and(LATE_STEP.DUE_ON.eq(CASE_FILE.DUE_ON))))
                .orderBy(CASE_FILE.DUE_ON, CASE_FILE.ID)
                .limit(most)
                .fetch(row ->
                        new Late(
                                new CaseId(of(row, CASE_FILE.ID)),
                                Optional.empty(),
                                of(row, CASE_FILE.DUE_ON)));
    }

    /** The open tasks in cases of these types that must have been done. */
    List<Late> tasks(List<UUID> types, LocalDate today, Optional<Late> after, int most) {
        return sql.select(TASK.CASE_ID, TASK.ID, TASK.DUE_ON)
                .from(TASK)
                .join(CASE_FILE)
                .on(CASE_FILE.AUTHORITY_ID.eq(TASK.AUTHORITY_ID))
                .and(CASE_FILE.ID.eq(TASK.CASE_ID))
                .where(runs(types))
                .and(TASK.STATE.eq(DSL.inline(CaseTask.TaskState.OPEN.name())))
                .and(TASK.DUE_ON.lt(today))
                .and(
                        after.flatMap(Late::task)
                                .map(task ->
                                        row(TASK.DUE_ON, TASK.ID)
                                                .gt(after.orElseThrow().dueOn(), task))
                                .orElse(DSL.noCondition()))
                .and(
                        DSL.notExists(
                                DSL.selectOne()
                                        .from(LATE_STEP)
                                        .where(LATE_STEP.AUTHORITY_ID.eq(TASK.AUTHORITY_ID))
                                        .and(LATE_STEP.TASK_ID.eq(TASK.ID))
                                        .and(LATE_STEP.DUE_ON.eq(TASK.DUE_ON))))
                .orderBy(TASK.DUE_ON, TASK.ID)
                .limit(most)
                .fetch(row ->
                        new Late(
                                new CaseId(of(row, TASK.CASE_ID)),
                                Optional.of(of(row, TASK.ID)),
                                of(row, TASK.DUE_ON)));
    }

    /** Takes it upon itself; false when another did. */
    boolean claim(Late late) {
        return sql.insertInto(LATE_STEP)
                        .set(LATE_STEP.AUTHORITY_ID, authority())
                        .set(LATE_STEP.ID, Ids.next())
                        .set(LATE_STEP.CASE_ID, late.id().value())
                        .set(LATE_STEP.TASK_ID, late.task().orElse(null))
                        .set(LATE_STEP.DUE_ON, late.dueOn())
                        .set(LATE_STEP.DONE_AT, clock.instant())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    private static Condition runs(List<UUID> types) {
        return CASE_FILE
                .AUTHORITY_ID
                .eq(authority())
                .and(CASE_FILE.STATUS.eq(DSL.inline(CaseStatus.OPEN.name())))
                .and(CASE_FILE.TYPE_ID.in(types));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
