// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.dispatch.internal;

import static be.onthaal.dispatch.internal.db.Tables.DISPATCH_;

import be.onthaal.access.AuthorityId;
import be.onthaal.common.EmailAddress;
import be.onthaal.dispatch.Dispatch;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Stops two machines from answering each other without end. */
@Component
public class Damper {

    private static final int MOST = 5;
    private static final Duration PERIOD = Duration.ofHours(1);

    private final DSLContext sql;
    private final Clock clock;

    Damper(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Why one more automatic mail may not go; counted under a lock, so that five are five. */
    public Optional<String> objection(
            AuthorityId authority, EmailAddress recipient, Optional<UUID> caseId) {
        String address = recipient.normalised();
        lock(authority + "/" + address);
        if (sentLately(authority, DISPATCH_.RECIPIENT_KEY.eq(address)) >= MOST) {
            return Optional.of("address-limit");
        }
        if (caseId.isPresent()) {
            lock(authority + "/" + caseId.get());
            if (sentLately(authority, DISPATCH_.CASE_ID.eq(caseId.get())) >= MOST) {
                return Optional.of("case-limit");
            }
        }
        return Optional.empty();
    }

    private int sentLately(AuthorityId authority, Condition which) {
        return sql.fetchCount(
                DISPATCH_,
                DISPATCH_.AUTHORITY_ID.eq(authority.value()),
                which,
                DISPATCH_.AUTOMATIC.isTrue(),
                DISPATCH_.STATE.ne(Dispatch.State.WITHHELD.name()),
                DISPATCH_.MADE_AT.gt(clock.instant().minus(PERIOD)));
    }

    private void lock(String what) {
        sql.select(
                        DSL.function(
                                "pg_advisory_xact_lock",
                                Object.class,
                                DSL.function(
                                        "hashtextextended",
                                        Long.class,
                                        DSL.val("dispatch/" + what),
                                        DSL.val(0L))))
                .execute();
    }
}
