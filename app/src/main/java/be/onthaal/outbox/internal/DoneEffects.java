// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.outbox.internal;

import static be.onthaal.outbox.internal.db.Tables.EFFECT;

import be.onthaal.access.Callers;
import be.onthaal.common.Forgetting;
import java.time.Clock;
import java.time.Duration;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forgets what was done in the outside world a month ago; what failed stays for somebody to see.
 */
@Component
class DoneEffects implements Forgetting {

    private static final Duration KEPT = Duration.ofDays(30);

    private final DSLContext sql;
    private final Clock clock;

    DoneEffects(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    @Transactional
    public int forget() {
        return sql.deleteFrom(EFFECT)
                .where(EFFECT.AUTHORITY_ID.eq(Callers.current().authority().value()))
                .and(EFFECT.STATE.eq("DONE"))
                .and(EFFECT.DONE_AT.lt(clock.instant().minus(KEPT)))
                .execute();
    }
}
