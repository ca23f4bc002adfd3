// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import static be.onthaal.party.internal.db.Tables.CONSENT;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.party.spi.CustomerItem;
import be.onthaal.party.spi.CustomerItems;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What customers agreed to, to be kept with another of two who were one. */
@Component
class MadeConsents implements CustomerItems {

    private final DSLContext sql;

    MadeConsents(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return "CONSENT";
    }

    @Override
    public Permission permission() {
        return Permission.PARTY_EDIT;
    }

    @Override
    public List<CustomerItem> made(
            Collection<PartyId> profiles, Instant from, Instant until, int most) {
        return sql.selectFrom(CONSENT)
                .where(CONSENT.AUTHORITY_ID.eq(Callers.current().authority().value()))
                .and(CONSENT.PARTY_ID.in(profiles.stream().map(PartyId::value).toList()))
                .and(CONSENT.RECORDED_AT.ge(from))
                .and(CONSENT.RECORDED_AT.lt(until))
                .orderBy(CONSENT.RECORDED_AT, CONSENT.ID)
                .limit(most)
                .fetch(row ->
                        new CustomerItem(
                                kind(),
                                row.getId(),
                                new PartyId(row.getPartyId()),
                                row.getRecordedAt(),
                                row.getProof()));
    }

    @Override
    public void move(UUID item, PartyId from, PartyId to) {
        sql.update(CONSENT).set(CONSENT.PARTY_ID, to.value()).where(is(item)).execute();
    }

    private static Condition is(UUID item) {
        return CONSENT.AUTHORITY_ID
                .eq(Callers.current().authority().value())
                .and(CONSENT.ID.eq(item));
    }
}
