// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.notifications.internal;

import static be.onthaal.notifications.internal.db.Tables.DIGEST;
import static be.onthaal.notifications.internal.db.Tables.NOTIFICATION;

import be.onthaal.access.Callers;
import be.onthaal.common.Forgetting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets what employees were told a season ago, and that they got a digest. */
@Component
class OldNotices implements Forgetting {

    private static final Duration KEPT = Duration.ofDays(90);

    private final DSLContext sql;
    private final Clock clock;

    OldNotices(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    @Transactional
    public int forget() {
        UUID authority = Callers.current().authority().value();
        Instant before = clock.instant().minus(KEPT);
        int notices =
                sql.deleteFrom(NOTIFICATION)
                        .where(NOTIFICATION.AUTHORITY_ID.eq(authority))
                        .and(NOTIFICATION.MADE_AT.lt(before))
                        .execute();
        int digests =
                sql.deleteFrom(DIGEST)
                        .where(DIGEST.AUTHORITY_ID.eq(authority))
                        .and(DIGEST.SENT_AT.lt(before))
                        .execute();
        return notices + digests;
    }
}
