// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import static be.onthaal.desk.internal.db.Tables.DRAFT;

import be.onthaal.access.Callers;
import be.onthaal.common.Refused;
import be.onthaal.database.Json;
import be.onthaal.database.Part;
import be.onthaal.database.Parts;
import be.onthaal.desk.internal.db.tables.records.DraftRecord;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What employees are typing: kept a moment after every change, so that nothing is ever lost. */
@Service
class Drafts {

    private static final Pattern KEY = Pattern.compile("[a-z]{1,20}(-[0-9a-f-]{36})?");
    private static final int LARGEST = 100_000;
    private static final Duration ONE_HOUR = Duration.ofHours(1);
    private static final Duration LIFE = Duration.ofDays(30);

    private final DSLContext sql;
    private final Parts parts;
    private final Clock clock;

    Drafts(DSLContext sql, Parts parts, Clock clock) {
        this.sql = sql;
        this.parts = parts;
        this.clock = clock;
    }

    /** Keeps the fields of a form as they are now; what is older than a month goes. */
    @Transactional
    void keep(String key, Map<String, String> fields) {
        int size = fields.values().stream().mapToInt(String::length).sum();
        if (!KEY.matcher(key).matches() || size > LARGEST || fields.size() > 50) {
            throw new Refused("desk.too-long", LARGEST);
        }
        Map<String, String> clean = new HashMap<>();
        fields.forEach((name, value) -> clean.put(name, value.replace("\u0000", "")));
        sql.insertInto(DRAFT)
                .set(DRAFT.AUTHORITY_ID, authority())
                .set(DRAFT.ACCOUNT_ID, Callers.current().actor())
                .set(DRAFT.KEY, key)
                .set(DRAFT.FIELDS, Json.of(clean))
                .set(DRAFT.SAVED_AT, clock.instant())
                .onConflict(DRAFT.AUTHORITY_ID, DRAFT.ACCOUNT_ID, DRAFT.KEY)
                .doUpdate()
                .set(DRAFT.FIELDS, Json.of(clean))
                .set(DRAFT.SAVED_AT, clock.instant())
                .execute();
        sql.deleteFrom(DRAFT)
                .where(DRAFT.AUTHORITY_ID.eq(authority()))
                .and(DRAFT.ACCOUNT_ID.eq(Callers.current().actor()))
                .and(DRAFT.SAVED_AT.lt(clock.instant().minus(LIFE)))
                .execute();
    }

    /** The drafts with these keys, as far as there are. */
    @Transactional(readOnly = true)
    Map<String, Map<String, String>> find(List<String> keys) {
        return parts.answer(of(keys));
    }

    /** The same, as a part of a page. */
    Part<Map<String, Map<String, String>>> of(List<String> keys) {
        return Part.byKey(
                sql.selectFrom(DRAFT)
                        .where(DRAFT.AUTHORITY_ID.eq(authority()))
                        .and(DRAFT.ACCOUNT_ID.eq(Callers.current().actor()))
                        .and(DRAFT.KEY.in(keys)),
                row -> Map.entry(row.getKey(), fields(row)));
    }

    /** A draft that was typed in the last hour, as one types while somebody waits. */
    @Transactional(readOnly = true)
    Optional<Map<String, String>> findOfLastHour(String key) {
        return parts.answer(ofLastHour(key));
    }

    /** The same, as a part of a page. */
    Part<Optional<Map<String, String>>> ofLastHour(String key) {
        return Part.one(
                sql.selectFrom(DRAFT)
                        .where(DRAFT.AUTHORITY_ID.eq(authority()))
                        .and(DRAFT.ACCOUNT_ID.eq(Callers.current().actor()))
                        .and(DRAFT.KEY.eq(key))
                        .and(DRAFT.SAVED_AT.ge(clock.instant().minus(ONE_HOUR))),
                Drafts::fields);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> fields(DraftRecord row) {
        return Json.read(row.getFields(), Map.class);
    }

    /** The text became real: its draft goes in the same commit. */
    @Transactional
    void forget(String key) {
        sql.deleteFrom(DRAFT)
                .where(DRAFT.AUTHORITY_ID.eq(authority()))
                .and(DRAFT.ACCOUNT_ID.eq(Callers.current().actor()))
                .and(DRAFT.KEY.eq(key))
                .execute();
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
