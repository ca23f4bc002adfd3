// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import static be.onthaal.desk.internal.db.Tables.DRAFT;

import be.onthaal.access.Callers;
import be.onthaal.cases.CaseId;
import be.onthaal.common.Kept;
import be.onthaal.database.KeptRows;
import be.onthaal.records.spi.Keeper;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What somebody was still typing in a case goes with it. */
@Component
class DraftKeeper implements Keeper {

    private final DSLContext sql;

    DraftKeeper(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return "desk";
    }

    @Override
    public Kept kept(CaseId id) {
        return KeptRows.of(
                        "draft",
                        sql.selectFrom(DRAFT)
                                .where(of(id))
                                .orderBy(DRAFT.ACCOUNT_ID, DRAFT.KEY)
                                .fetch())
                .kept();
    }

    @Override
    public void destroy(CaseId id) {
        sql.deleteFrom(DRAFT).where(of(id)).execute();
    }

    private static Condition of(CaseId id) {
        return DRAFT.AUTHORITY_ID
                .eq(Callers.current().authority().value())
                .and(DRAFT.KEY.endsWith("-" + id));
    }
}
