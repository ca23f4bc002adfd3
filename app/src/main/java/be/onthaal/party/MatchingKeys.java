// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import static be.onthaal.party.internal.db.Tables.MATCHING_KEY;

import be.onthaal.access.Callers;
import be.onthaal.party.matching.BlockingKeys;
import be.onthaal.party.matching.Profile;
import be.onthaal.party.matching.Settings;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Files customers under the keys by which the matching finds them. */
@Component
class MatchingKeys {

    /** So many share a key that it tells nothing: a shared desk, a school. */
    private static final int CROWD = Settings.standard().largestBlock();

    private final DSLContext sql;

    MatchingKeys(DSLContext sql) {
        this.sql = sql;
    }

    /** Anew, after something changed. */
    void file(PartyId id, Profile profile) {
        String[] keys = BlockingKeys.of(profile).toArray(String[]::new);
        sql.deleteFrom(MATCHING_KEY)
                .where(MATCHING_KEY.GROUP_ID.eq(group()))
                .and(MATCHING_KEY.PARTY_ID.eq(id.value()))
                .and(MATCHING_KEY.KEY.notIn(DSL.select(hashed()).from(written(keys))))
                .execute();
        sql.insertInto(MATCHING_KEY, MATCHING_KEY.GROUP_ID, MATCHING_KEY.PARTY_ID, MATCHING_KEY.KEY)
                .select(
                        DSL.select(DSL.val(group()), DSL.val(id.value()), hashed())
                                .from(written(keys)))
                .onConflictDoNothing()
                .execute();
    }

    /**
     * Customers who share keys with this profile, for keys that few share: those who share most,
     * and of those who share as many, the ones under the rarest key.
     */
    Set<PartyId> sharing(Profile profile) {
        String[] keys = BlockingKeys.of(profile).toArray(String[]::new);
        if (keys.length == 0) {
            return Set.of();
        }
        var asked = DSL.select(hashed().as("key")).from(written(keys)).asTable("asked");
        var block =
                DSL.select(MATCHING_KEY.PARTY_ID)
                        .from(MATCHING_KEY)
                        .where(MATCHING_KEY.GROUP_ID.eq(group()))
                        .and(MATCHING_KEY.KEY.eq(asked.field("key", Long.class)))
                        .limit(DSL.inline(CROWD))
                        .asTable("block");
        var party = block.field(MATCHING_KEY.PARTY_ID);
        var filed =
                DSL.lateral(DSL.select(party, DSL.count().over().as("many")).from(block))
                        .as("filed", "party_id", "many");
        var found = filed.field("party_id", UUID.class);
        return Set.copyOf(
                sql.select(found)
                        .from(asked, filed)
                        .groupBy(found)
                        .orderBy(
                                DSL.count().desc(),
                                DSL.min(filed.field("many", Integer.class)),
                                found)
                        .limit(DSL.inline(CROWD))
                        .fetch(row -> new PartyId(row.value1())));
    }

    private static Table<?> written(String[] keys) {
        return DSL.unnest(keys).as("written", "key");
    }

    /** As the table keeps it. */
    private static Field<Long> hashed() {
        return DSL.field("hashtextextended({0}, 0)", Long.class, DSL.field("written.key"));
    }

    private static UUID group() {
        return Callers.current().group().value();
    }
}
