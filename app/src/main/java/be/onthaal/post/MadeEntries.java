// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import static be.onthaal.post.internal.db.Tables.CORRESPONDENT;
import static be.onthaal.post.internal.db.Tables.ENTRY;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.database.Ids;
import be.onthaal.party.PartyId;
import be.onthaal.party.spi.CustomerItem;
import be.onthaal.party.spi.CustomerItems;
import be.onthaal.timeline.Timeline;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Post of customers, to be kept with another of two who were one; the name on it stays. */
@Component
class MadeEntries implements CustomerItems {

    private final DSLContext sql;
    private final Timeline timeline;

    MadeEntries(DSLContext sql, Timeline timeline) {
        this.sql = sql;
        this.timeline = timeline;
    }

    @Override
    public String kind() {
        return "POST";
    }

    @Override
    public Permission permission() {
        return Permission.POST_HANDLE;
    }

    @Override
    public List<CustomerItem> made(
            Collection<PartyId> profiles, Instant from, Instant until, int most) {
        return sql.select(ENTRY.ID, ENTRY.PARTY_ID, ENTRY.NUMBER, ENTRY.SUBJECT)
                .from(ENTRY)
                .where(ENTRY.AUTHORITY_ID.eq(authority()))
                .and(ENTRY.PARTY_ID.in(profiles.stream().map(PartyId::value).toList()))
                .and(ENTRY.ID.ge(Ids.first(from)))
                .and(ENTRY.ID.lt(Ids.first(until)))
                .orderBy(ENTRY.ID)
                .limit(most)
                .fetch(row ->
                        new CustomerItem(
                                kind(),
                                row.value1(),
                                new PartyId(row.value2()),
                                Ids.madeAt(row.value1()),
                                row.value3() + " " + row.value4()));
    }

    @Override
    public void move(UUID item, PartyId from, PartyId to) {
        sql.update(ENTRY)
                .set(ENTRY.PARTY_ID, to.value())
                .where(ENTRY.AUTHORITY_ID.eq(authority()))
                .and(ENTRY.ID.eq(item))
                .execute();
        sql.update(CORRESPONDENT)
                .set(CORRESPONDENT.PARTY_ID, to.value())
                .where(CORRESPONDENT.AUTHORITY_ID.eq(authority()))
                .and(CORRESPONDENT.ENTRY_ID.eq(item))
                .and(CORRESPONDENT.PARTY_ID.eq(from.value()))
                .execute();
        timeline.reassign(item, from.value(), to.value());
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
