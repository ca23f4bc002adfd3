// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.dispatch;

import static be.onthaal.dispatch.internal.db.Tables.DISPATCH_;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.cases.CaseId;
import be.onthaal.common.Kept;
import be.onthaal.database.KeptRows;
import be.onthaal.dispatch.internal.db.Routines;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was sent in a case, for who keeps the archive. */
@Service
public class DispatchRecords {

    private final DSLContext sql;

    DispatchRecords(DSLContext sql) {
        this.sql = sql;
    }

    /** What is kept of it, for the record. */
    @Transactional(readOnly = true)
    public Kept kept(CaseId id) {
        Callers.require(Permission.RECORDS_MANAGE);
        return KeptRows.of(
                        "dispatch",
                        sql.selectFrom(DISPATCH_)
                                .where(
                                        DISPATCH_.AUTHORITY_ID.eq(
                                                Callers.current().authority().value()))
                                .and(DISPATCH_.CASE_ID.eq(id.value()))
                                .orderBy(DISPATCH_.ID)
                                .fetch())
                .kept();
    }

    /** Removes it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void destroy(CaseId id) {
        Callers.require(Permission.RECORDS_MANAGE);
        Routines.destroyOfCase(sql.configuration(), id.value());
    }
}
