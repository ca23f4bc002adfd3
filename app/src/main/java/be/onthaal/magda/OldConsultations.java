// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.magda;

import static be.onthaal.magda.internal.db.Tables.CONSULTATION;

import be.onthaal.access.Callers;
import be.onthaal.common.Brussels;
import be.onthaal.common.Forgetting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets what was asked ten years ago, and gives up on what a stopped process left open. */
@Component
class OldConsultations implements Forgetting {

    private static final Period KEPT = Period.ofYears(10);
    private static final Duration ANSWERED_WITHIN = Duration.ofHours(1);

    private final DSLContext sql;
    private final Clock clock;

    OldConsultations(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    @Transactional
    public int forget() {
        UUID authority = Callers.current().authority().value();
        Instant now = clock.instant();
        sql.update(CONSULTATION)
                .set(CONSULTATION.STATE, Settled.Result.UNANSWERED.name())
                .where(CONSULTATION.AUTHORITY_ID.eq(authority))
                .and(CONSULTATION.STATE.eq(DSL.inline("ASKED")))
                .and(CONSULTATION.ASKED_AT.lt(now.minus(ANSWERED_WITHIN)))
                .execute();
        Instant oldest = Brussels.startOfDay(Brussels.date(now).minus(KEPT));
        return sql.deleteFrom(CONSULTATION)
                .where(CONSULTATION.AUTHORITY_ID.eq(authority))
                .and(CONSULTATION.ASKED_AT.lt(oldest))
                .execute();
    }
}
