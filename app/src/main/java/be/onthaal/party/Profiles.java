// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import static be.onthaal.party.internal.db.Tables.CONTACT_POINT;
import static be.onthaal.party.internal.db.Tables.PROFILE;

import be.onthaal.access.Callers;
import be.onthaal.common.EnterpriseNumber;
import be.onthaal.database.Part;
import be.onthaal.party.internal.db.tables.Profile;
import be.onthaal.party.internal.db.tables.records.ContactPointRecord;
import be.onthaal.party.internal.db.tables.records.ProfileRecord;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Customers whole, with the ways to reach them, in one question. */
@Component
class Profiles {

    private final DSLContext sql;

    Profiles(DSLContext sql) {
        this.sql = sql;
    }

    /** By the id that was asked for, whatever it was merged into since. */
    Part<Optional<Party>> of(PartyId id) {
        var asked = PROFILE.as("asked");
        var points =
                DSL.multiset(
                        sql.selectFrom(CONTACT_POINT)
                                .where(CONTACT_POINT.GROUP_ID.eq(PROFILE.GROUP_ID))
                                .and(CONTACT_POINT.PARTY_ID.eq(PROFILE.ID))
                                .orderBy(CONTACT_POINT.KIND, CONTACT_POINT.ID));
        return Part.one(
                sql.select(PROFILE.fields())
                        .select(points)
                        .from(asked)
                        .join(PROFILE)
                        .on(PROFILE.GROUP_ID.eq(asked.GROUP_ID))
                        .and(PROFILE.ID.eq(canonical(asked)))
                        .where(asked.GROUP_ID.eq(Callers.current().group().value()))
                        .and(asked.ID.eq(id.value())),
                row -> read(row.into(PROFILE), row.get(points).map(Profiles::point)));
    }

    /**
     * The profile that one was merged into, or itself. Written as a choice: PostgreSQL holds
     * coalesce for something that could leak, and would read every profile before it.
     */
    static Field<UUID> canonical(Profile asked) {
        return DSL.when(asked.CANONICAL_ID.isNull(), asked.ID).otherwise(asked.CANONICAL_ID);
    }

    private static Party read(ProfileRecord row, List<ContactPoint> points) {
        return new Party(
                new PartyId(row.getId()),
                Party.Kind.valueOf(row.getKind()),
                row.getName(),
                Optional.ofNullable(row.getEnterpriseNumber()).map(EnterpriseNumber::new),
                row.getLocale(),
                points);
    }

    private static ContactPoint point(ContactPointRecord row) {
        return new ContactPoint(
                ContactPoint.Kind.valueOf(row.getKind()),
                row.getValue(),
                row.getSource(),
                row.getPreferred());
    }
}
