// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import static be.onthaal.party.internal.db.Tables.CONTACT_POINT;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.common.Brussels;
import be.onthaal.database.Ids;
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

/** How customers are reached, to be kept with another of two who were one. */
@Component
class MadeContactPoints implements CustomerItems {

    private final DSLContext sql;
    private final Clock clock;

    MadeContactPoints(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "CONTACT_POINT";
    }

    @Override
    public Permission permission() {
        return Permission.PARTY_EDIT;
    }

    @Override
    public List<CustomerItem> made(
            Collection<PartyId> profiles, Instant from, Instant until, int most) {
        return sql.selectFrom(CONTACT_POINT)
                .where(CONTACT_POINT.GROUP_ID.eq(Callers.current().group().value()))
                .and(CONTACT_POINT.PARTY_ID.in(profiles.stream().map(PartyId::value).toList()))
                .and(CONTACT_POINT.ID.ge(Ids.first(from)))
                .and(CONTACT_POINT.ID.lt(Ids.first(until)))
                .and(CONTACT_POINT.OUT_ON.isNull())
                .orderBy(CONTACT_POINT.ID)
                .limit(most)
                .fetch(row ->
                        new CustomerItem(
                                kind(),
                                row.getId(),
                                new PartyId(row.getPartyId()),
                                Ids.madeAt(row.getId()),
                                ContactPointRows.read(row).display()));
    }

    /** None is ever removed: where the other has it already, this one is said not to be his. */
    @Override
    public void move(UUID item, PartyId from, PartyId to) {
        var there = CONTACT_POINT.as("there");
        boolean has =
                sql.fetchExists(
                        sql.selectOne()
                                .from(CONTACT_POINT)
                                .join(there)
                                .on(there.GROUP_ID.eq(CONTACT_POINT.GROUP_ID))
                                .and(there.PARTY_ID.eq(to.value()))
                                .and(there.KIND.eq(CONTACT_POINT.KIND))
                                .and(there.NORMALISED.eq(CONTACT_POINT.NORMALISED))
                                .where(is(item)));
        var change = sql.update(CONTACT_POINT).set(CONTACT_POINT.PREFERRED, false);
        if (has) {
            change.set(CONTACT_POINT.OUT_ON, Brussels.today(clock))
                    .set(CONTACT_POINT.OUT_WHY, ContactPoint.Why.NOT_HIS.name())
                    .where(is(item))
                    .execute();
        } else {
            change.set(CONTACT_POINT.PARTY_ID, to.value()).where(is(item)).execute();
        }
    }

    private static Condition is(UUID item) {
        return CONTACT_POINT
                .GROUP_ID
                .eq(Callers.current().group().value())
                .and(CONTACT_POINT.ID.eq(item));
    }
}
