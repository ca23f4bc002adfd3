// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.outbox;

import static be.onthaal.outbox.internal.db.Tables.EFFECT;

import be.onthaal.access.Callers;
import be.onthaal.common.NotFound;
import be.onthaal.database.Ids;
import be.onthaal.database.Json;
import be.onthaal.outbox.internal.Nudge;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The one way out of a transaction: what must happen outside is written here and done after. */
@Service
public class Outbox {

    private final DSLContext sql;
    private final Clock clock;
    private final Nudge nudge;

    Outbox(DSLContext sql, Clock clock, Nudge nudge) {
        this.sql = sql;
        this.clock = clock;
        this.nudge = nudge;
    }

    /** Writes an effect down; a key that was used before is not done again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(Effect effect) {
        Instant now = clock.instant();
        sql.insertInto(EFFECT)
                .set(EFFECT.ID, Ids.next())
                .set(EFFECT.AUTHORITY_ID, Callers.current().authority().value())
                .set(EFFECT.KIND, effect.kind())
                .set(EFFECT.KEY, effect.key())
                .set(EFFECT.PAYLOAD, Json.of(effect.payload()))
                .set(EFFECT.DUE_AT, now)
                .set(EFFECT.CREATED_AT, now)
                .onConflictDoNothing()
                .execute();
        nudge.afterCommit();
    }

    /** What was given up, newest first; for the administrator. */
    @Transactional(readOnly = true)
    public List<Failed> failed(int most) {
        return sql.select(
                        EFFECT.ID,
                        EFFECT.KIND,
                        EFFECT.CREATED_AT,
                        EFFECT.ATTEMPTS,
                        EFFECT.LAST_ERROR)
                .from(EFFECT)
                .where(EFFECT.AUTHORITY_ID.eq(Callers.current().authority().value()))
                .and(EFFECT.STATE.eq("FAILED"))
                .orderBy(EFFECT.CREATED_AT.desc())
                .limit(most)
                .fetch(row ->
                        new Failed(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                row.value4(),
                                String.valueOf(row.value5())));
    }

    /** Tries a given-up effect again. */
    @Transactional
    public void again(UUID id) {
        int changed =
                sql.update(EFFECT)
                        .set(EFFECT.STATE, "DUE")
                        .set(EFFECT.ATTEMPTS, 0)
                        .set(EFFECT.DUE_AT, clock.instant())
                        .where(EFFECT.ID.eq(id))
                        .and(EFFECT.STATE.eq("FAILED"))
                        .execute();
        if (changed == 0) {
            throw new NotFound("outbox.effect");
        }
        nudge.afterCommit();
    }

    /** An effect that was given up. */
    public record Failed(UUID id, String kind, Instant since, int attempts, String problem) {}
}
