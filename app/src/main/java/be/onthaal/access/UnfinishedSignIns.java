// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access;

import static be.onthaal.access.internal.db.Tables.HALF_SIGN_IN;
import static be.onthaal.access.internal.db.Tables.OIDC_ATTEMPT;

import be.onthaal.common.Forgetting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets who began to sign in and never came back. */
@Component
class UnfinishedSignIns implements Forgetting {

    private static final Duration KEPT = Duration.ofHours(1);

    private final DSLContext sql;
    private final Clock clock;

    UnfinishedSignIns(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    @Transactional
    public int forget() {
        Instant before = clock.instant().minus(KEPT);
        int away = sql.deleteFrom(OIDC_ATTEMPT).where(OIDC_ATTEMPT.CREATED_AT.lt(before)).execute();
        int half = sql.deleteFrom(HALF_SIGN_IN).where(HALF_SIGN_IN.CREATED_AT.lt(before)).execute();
        return away + half;
    }
}
