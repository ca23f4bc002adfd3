// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import static be.onthaal.post.internal.db.Tables.ENTRY;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.cases.CaseId;
import be.onthaal.common.Kept;
import be.onthaal.database.KeptRows;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The register lines of a case, for who keeps the archive. */
@Service
public class PostRecords {

    private final DSLContext sql;

    PostRecords(DSLContext sql) {
        this.sql = sql;
    }

    /** What stands in the register about a case, for the record. */
    @Transactional(readOnly = true)
    public Kept kept(CaseId id) {
        Callers.require(Permission.RECORDS_MANAGE);
        return KeptRows.of("entry", sql.selectFrom(ENTRY).where(of(id)).orderBy(ENTRY.ID).fetch())
                .kept();
    }

    /** Cuts the lines loose: the register itself is kept for ever, with the number of the case. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void unlink(CaseId id) {
        Callers.require(Permission.RECORDS_MANAGE);
        sql.update(ENTRY).setNull(ENTRY.CASE_ID).where(of(id)).execute();
    }

    private static Condition of(CaseId id) {
        return ENTRY.AUTHORITY_ID
                .eq(Callers.current().authority().value())
                .and(ENTRY.CASE_ID.eq(id.value()));
    }
}
