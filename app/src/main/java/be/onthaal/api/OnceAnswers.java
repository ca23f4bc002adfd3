// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import static be.onthaal.api.internal.db.Tables.IDEMPOTENT_ANSWER;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.api.internal.db.tables.records.IdempotentAnswerRecord;
import be.onthaal.common.Conflict;
import be.onthaal.common.Digest;
import be.onthaal.common.Forgetting;
import be.onthaal.common.Refused;
import be.onthaal.database.Json;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Does what was asked under a key once. The answer commits with the effect, so that no crash comes
 * between them; whoever asks the same meanwhile waits for it.
 */
@Service
class OnceAnswers implements Forgetting {

    static final Duration KEPT = Duration.ofHours(48);

    private final DSLContext sql;
    private final Clock clock;

    OnceAnswers(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * What is answered.
     *
     * @param again true when it was done before, under the same key
     */
    record Answer(int status, Done done, boolean again) {}

    @Transactional
    Answer once(Asked asked, Object command, int status, Supplier<Done> work) {
        if (asked.key().isEmpty()) {
            return new Answer(status, work.get(), false);
        }
        String key = asked.key().get();
        byte[] fingerprint = fingerprint(asked, command);
        if (!claim(key, fingerprint)) {
            return before(key, fingerprint);
        }
        Done done = work.get();
        sql.update(IDEMPOTENT_ANSWER)
                .set(IDEMPOTENT_ANSWER.STATUS, status)
                .set(IDEMPOTENT_ANSWER.ANSWER, Json.of(done))
                .where(own(key))
                .execute();
        return new Answer(status, done, false);
    }

    @Override
    @Transactional
    public int forget() {
        return sql.deleteFrom(IDEMPOTENT_ANSWER)
                .where(IDEMPOTENT_ANSWER.AUTHORITY_ID.eq(Callers.current().authority().value()))
                .and(IDEMPOTENT_ANSWER.CREATED_AT.lt(clock.instant().minus(KEPT)))
                .execute();
    }

    /** Waits for whoever has the key at this moment; false when he did it. */
    private boolean claim(String key, byte[] fingerprint) {
        Caller caller = Callers.current();
        return sql.insertInto(IDEMPOTENT_ANSWER)
                        .set(IDEMPOTENT_ANSWER.AUTHORITY_ID, caller.authority().value())
                        .set(IDEMPOTENT_ANSWER.ACTOR, caller.actor())
                        .set(IDEMPOTENT_ANSWER.KEY, key)
                        .set(IDEMPOTENT_ANSWER.FINGERPRINT, fingerprint)
                        .set(IDEMPOTENT_ANSWER.CREATED_AT, clock.instant())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    private Answer before(String key, byte[] fingerprint) {
        IdempotentAnswerRecord row =
                sql.selectFrom(IDEMPOTENT_ANSWER)
                        .where(own(key))
                        .fetchOptional()
                        .orElseThrow(() -> new Conflict("api.key-gone"));
        if (!MessageDigest.isEqual(row.getFingerprint(), fingerprint)) {
            throw new Refused("api.key-used");
        }
        return new Answer(row.getStatus(), Json.read(row.getAnswer(), Done.class), true);
    }

    private static Condition own(String key) {
        Caller caller = Callers.current();
        return IDEMPOTENT_ANSWER
                .AUTHORITY_ID
                .eq(caller.authority().value())
                .and(IDEMPOTENT_ANSWER.ACTOR.eq(caller.actor()))
                .and(IDEMPOTENT_ANSWER.KEY.eq(key));
    }

    private static byte[] fingerprint(Asked asked, Object command) {
        String request =
                asked.place() + "\n" + asked.match().orElse("") + "\n" + Json.of(command).data();
        return Digest.of(request).bytes();
    }
}
