// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import static be.onthaal.desk.internal.db.Tables.LIST_WORDS;
import static be.onthaal.desk.internal.db.Tables.SAVED_VIEW;

import be.onthaal.access.Callers;
import be.onthaal.common.Forgetting;
import be.onthaal.database.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The words that people look for in a list: an address and its log hold only their id. */
@Service
class ListWords implements Forgetting {

    static final int LONGEST = 200;
    private static final Duration KEPT = Duration.ofDays(2);

    private final DSLContext sql;
    private final Clock clock;

    ListWords(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Keeps what is looked for, for two days. */
    @Transactional
    UUID keep(String words) {
        UUID id = Ids.next();
        sql.insertInto(LIST_WORDS)
                .set(LIST_WORDS.AUTHORITY_ID, authority())
                .set(LIST_WORDS.ID, id)
                .set(LIST_WORDS.ACCOUNT_ID, Callers.current().actor())
                .set(LIST_WORDS.WORDS, words)
                .set(LIST_WORDS.KEPT_AT, clock.instant())
                .execute();
        return id;
    }

    /** The own words with this id, or those of a view that the caller may open. */
    @Transactional(readOnly = true)
    Optional<String> find(UUID id) {
        return find(id, SAVED_VIEW.WORDS);
    }

    /** The own texts of fields with this id, or those of a view that the caller may open. */
    @Transactional(readOnly = true)
    Optional<String> texts(UUID id) {
        return find(id, SAVED_VIEW.TEXTS);
    }

    private Optional<String> find(UUID id, Field<String> ofView) {
        return sql.select(LIST_WORDS.WORDS)
                .from(LIST_WORDS)
                .where(LIST_WORDS.AUTHORITY_ID.eq(authority()))
                .and(LIST_WORDS.ACCOUNT_ID.eq(Callers.current().actor()))
                .and(LIST_WORDS.ID.eq(id))
                .unionAll(
                        sql.select(ofView)
                                .from(SAVED_VIEW)
                                .where(SAVED_VIEW.AUTHORITY_ID.eq(authority()))
                                .and(SAVED_VIEW.ID.eq(id)))
                .fetchOptional(row -> row.value1());
    }

    @Override
    @Transactional
    public int forget() {
        return sql.deleteFrom(LIST_WORDS)
                .where(LIST_WORDS.AUTHORITY_ID.eq(authority()))
                .and(LIST_WORDS.KEPT_AT.lt(clock.instant().minus(KEPT)))
                .execute();
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
