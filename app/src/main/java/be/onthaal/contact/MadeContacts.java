// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.contact;

import static be.onthaal.contact.internal.db.Tables.MOMENT;
import static be.onthaal.contact.internal.db.Tables.QUESTION;

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
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Contacts with customers, to be kept with another of two who were one. */
@Component
class MadeContacts implements CustomerItems {

    private final DSLContext sql;
    private final Timeline timeline;

    MadeContacts(DSLContext sql, Timeline timeline) {
        this.sql = sql;
        this.timeline = timeline;
    }

    @Override
    public String kind() {
        return "CONTACT";
    }

    @Override
    public Permission permission() {
        return Permission.CONTACT_HANDLE;
    }

    @Override
    public List<CustomerItem> made(
            Collection<PartyId> profiles, Instant from, Instant until, int most) {
        var subject =
                DSL.field(
                        DSL.select(DSL.min(QUESTION.SUBJECT))
                                .from(QUESTION)
                                .where(QUESTION.AUTHORITY_ID.eq(MOMENT.AUTHORITY_ID))
                                .and(QUESTION.CONTACT_ID.eq(MOMENT.ID)));
        return sql.select(MOMENT.ID, MOMENT.PARTY_ID, subject)
                .from(MOMENT)
                .where(MOMENT.AUTHORITY_ID.eq(authority()))
                .and(MOMENT.PARTY_ID.in(profiles.stream().map(PartyId::value).toList()))
                .and(MOMENT.ID.ge(Ids.first(from)))
                .and(MOMENT.ID.lt(Ids.first(until)))
                .orderBy(MOMENT.ID)
                .limit(most)
                .fetch(row ->
                        new CustomerItem(
                                kind(),
                                row.value1(),
                                new PartyId(row.value2()),
                                Ids.madeAt(row.value1()),
                                row.value3() == null ? "" : row.value3()));
    }

    @Override
    public void move(UUID item, PartyId from, PartyId to) {
        sql.update(MOMENT)
                .set(MOMENT.PARTY_ID, to.value())
                .where(MOMENT.AUTHORITY_ID.eq(authority()))
                .and(MOMENT.ID.eq(item))
                .execute();
        timeline.reassign(item, from.value(), to.value());
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
