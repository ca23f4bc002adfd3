// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.portal.internal;

import static be.onthaal.portal.internal.db.Tables.SUBMISSION;

import be.onthaal.access.Callers;
import be.onthaal.cases.CaseId;
import be.onthaal.common.Kept;
import be.onthaal.database.KeptRows;
import be.onthaal.portal.internal.db.Routines;
import be.onthaal.records.spi.Keeper;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The form that a case came from goes with it, and with it what stood behind its link. */
@Component
class SubmissionKeeper implements Keeper {

    private final DSLContext sql;

    SubmissionKeeper(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return "portal";
    }

    @Override
    public Kept kept(CaseId id) {
        return KeptRows.of(
                        "form",
                        sql.selectFrom(SUBMISSION)
                                .where(
                                        SUBMISSION.AUTHORITY_ID.eq(
                                                Callers.current().authority().value()))
                                .and(SUBMISSION.CASE_ID.eq(id.value()))
                                .orderBy(SUBMISSION.ID)
                                .fetch())
                .kept();
    }

    @Override
    public void destroy(CaseId id) {
        Routines.destroyOfCase(sql.configuration(), id.value());
    }
}
