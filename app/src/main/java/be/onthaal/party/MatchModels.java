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

/** What was learned of the customers of a group, read again after a while. */
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

    /** Of the group of the caller; nothing before the first night. */
    Optional<Model> current() {
        UUID group = Callers.current().group().value();
        Instant now = clock.instant();
        Held known = held.get(group);
        if (known == null || known.until().isBefore(now)) {
            known = new Held(read(group), now.plus(FRESH));
            held.put(group, known);
        }
        return known.model();
    }

    void learned(Model model) {
        UUID group = Callers.current().group().value();
        sql.insertInto(MATCH_MODEL)
                .set(MATCH_MODEL.GROUP_ID, group)
                .set(MATCH_MODEL.LEARNED_AT, clock.instant())
                .set(MATCH_MODEL.MODEL, Json.of(model))
                .onConflict(MATCH_MODEL.GROUP_ID)
                .doUpdate()
                .set(MATCH_MODEL.LEARNED_AT, clock.instant())
                .set(MATCH_MODEL.MODEL, Json.of(model))
                .execute();
        held.remove(group);
    }

    private Optional<Model> read(UUID group) {
        return sql.select(MATCH_MODEL.MODEL)
                .from(MATCH_MODEL)
                .where(MATCH_MODEL.GROUP_ID.eq(group))
                .fetchOptional(row -> Json.read(row.value1(), Model.class));
    }
}
