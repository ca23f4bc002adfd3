// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import static be.onthaal.cases.internal.db.Tables.PAUSE;

import be.onthaal.access.Callers;
import be.onthaal.common.Term;
import be.onthaal.database.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** When the terms of cases stood still. */
@Component
class CasePauses {

    private final DSLContext sql;

    CasePauses(DSLContext sql) {
        this.sql = sql;
    }

    /** Of a case, in the order in which they began. */
    List<Term.Pause> of(CaseId id) {
        return sql.selectFrom(PAUSE)
                .where(is(id))
                .orderBy(PAUSE.FROM_AT)
                .fetch(row ->
                        new Term.Pause(row.getFromAt(), Optional.ofNullable(row.getUntilAt())));
    }

    void begin(CaseId id, Instant at, String reason) {
        sql.insertInto(PAUSE)
                .set(PAUSE.AUTHORITY_ID, authority())
                .set(PAUSE.ID, Ids.next())
                .set(PAUSE.CASE_ID, id.value())
                .set(PAUSE.FROM_AT, at)
                .set(PAUSE.REASON, reason)
                .set(PAUSE.SUSPENDED_NAME, Callers.current().name())
                .execute();
    }

    void end(CaseId id, Instant at) {
        sql.update(PAUSE)
                .set(PAUSE.UNTIL_AT, at)
                .set(PAUSE.RESUMED_NAME, Callers.current().name())
                .where(is(id))
                .and(PAUSE.UNTIL_AT.isNull())
                .execute();
    }

    private static Condition is(CaseId id) {
        return PAUSE.AUTHORITY_ID.eq(authority()).and(PAUSE.CASE_ID.eq(id.value()));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
