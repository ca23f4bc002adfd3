// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import static be.onthaal.party.internal.db.Tables.DETAIL;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.party.internal.db.tables.records.DetailRecord;
import be.onthaal.party.spi.CustomerItem;
import be.onthaal.party.spi.CustomerItems;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What was stated of customers, to be kept with another of two who were one. */
@Component
class MadeDetails implements CustomerItems {

    private final DSLContext sql;
    private final Clock clock;

    MadeDetails(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "DETAIL";
    }

    @Override
    public Permission permission() {
        return Permission.PARTY_EDIT;
    }

    @Override
    public List<CustomerItem> made(
            Collection<PartyId> profiles, Instant from, Instant until, int most) {
        return sql.selectFrom(DETAIL)
                .where(DETAIL.GROUP_ID.eq(Callers.current().group().value()))
                .and(DETAIL.PARTY_ID.in(profiles.stream().map(PartyId::value).toList()))
                .and(DETAIL.STATED_AT.ge(from))
                .and(DETAIL.STATED_AT.lt(until))
                .and(DETAIL.ENDED_AT.isNull())
                .and(DETAIL.TRUST.ne(Trust.REGISTER.number()))
                .orderBy(DETAIL.STATED_AT, DETAIL.ID)
                .limit(most)
                .fetch(row ->
                        new CustomerItem(
                                kind(),
                                row.getId(),
                                new PartyId(row.getPartyId()),
                                row.getStatedAt(),
                                row.getValue()));
    }

    /**
     * What the same source said of the other before ends; what it took the place of holds again.
     */
    @Override
    public void move(UUID item, PartyId from, PartyId to) {
        DetailRecord row = sql.selectFrom(DETAIL).where(is(item)).forUpdate().fetchSingle();
        sql.update(DETAIL)
                .set(DETAIL.ENDED_AT, clock.instant())
                .where(alike(row, to))
                .and(DETAIL.ENDED_AT.isNull())
                .execute();
        sql.update(DETAIL).set(DETAIL.PARTY_ID, to.value()).where(is(item)).execute();
        sql.update(DETAIL)
                .setNull(DETAIL.ENDED_AT)
                .where(alike(row, from))
                .and(DETAIL.ENDED_AT.eq(row.getStatedAt()))
                .execute();
    }

    private static Condition alike(DetailRecord row, PartyId of) {
        return DETAIL.GROUP_ID
                .eq(row.getGroupId())
                .and(DETAIL.PARTY_ID.eq(of.value()))
                .and(DETAIL.KIND.eq(row.getKind()))
                .and(DETAIL.TRUST.eq(row.getTrust()));
    }

    private static Condition is(UUID item) {
        return DETAIL.GROUP_ID.eq(Callers.current().group().value()).and(DETAIL.ID.eq(item));
    }
}
