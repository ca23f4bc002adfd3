// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import static be.onthaal.desk.internal.db.Tables.DRAFT;

import be.onthaal.access.Callers;
import be.onthaal.common.Forgetting;
import java.time.Clock;
import java.time.Duration;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets what was typed a month ago and never finished. */
@Component
class OldDrafts implements Forgetting {

    private static final Duration KEPT = Duration.ofDays(30);

    private final DSLContext sql;
    private final Clock clock;

    OldDrafts(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    @Transactional
    public int forget() {
        return sql.deleteFrom(DRAFT)
                .where(DRAFT.AUTHORITY_ID.eq(Callers.current().authority().value()))
                .and(DRAFT.SAVED_AT.lt(clock.instant().minus(KEPT)))
                .execute();
    }
}
