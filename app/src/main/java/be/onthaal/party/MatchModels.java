// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import static be.onthaal.party.internal.db.Tables.MATCH_MODEL;

import be.onthaal.access.Callers;
import be.onthaal.database.Json;
import be.onthaal.party.matching.Model;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What was learned of the customers of an authority, read again after a while. */
@Component
class MatchModels {

    private static final Duration FRESH = Duration.ofMinutes(10);

    private final DSLContext sql;
    private final Clock clock;
    private final Map<UUID, Held> held = new ConcurrentHashMap<>();

    MatchModels(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    private record Held(Optional<Model> model, Instant until) {}

    /** Of the authority of the caller; nothing before the first night. */
    Optional<Model> current() {
        UUID authority = Callers.current().authority().value();
        Instant now = clock.instant();
        Held known = held.get(authority);
        if (known == null || known.until().isBefore(now)) {
            known = new Held(read(authority), now.plus(FRESH));
            held.put(authority, known);
        }
        return known.model();
    }

    void learned(Model model) {
        UUID authority = Callers.current().authority().value();
        sql.insertInto(MATCH_MODEL)
                .set(MATCH_MODEL.AUTHORITY_ID, authority)
                .set(MATCH_MODEL.LEARNED_AT, clock.instant())
                .set(MATCH_MODEL.MODEL, Json.of(model))
                .onConflict(MATCH_MODEL.AUTHORITY_ID)
                .doUpdate()
                .set(MATCH_MODEL.LEARNED_AT, clock.instant())
                .set(MATCH_MODEL.MODEL, Json.of(model))
                .execute();
        held.remove(authority);
    }

    private Optional<Model> read(UUID authority) {
        return sql.select(MATCH_MODEL.MODEL)
                .from(MATCH_MODEL)
                .where(MATCH_MODEL.AUTHORITY_ID.eq(authority))
                .fetchOptional(row -> Json.read(row.value1(), Model.class));
    }
}
