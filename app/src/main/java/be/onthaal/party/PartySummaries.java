// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import static be.onthaal.party.internal.db.Tables.ACQUAINTANCE;
import static be.onthaal.party.internal.db.Tables.CONTACT_POINT;
import static be.onthaal.party.internal.db.Tables.PROFILE;

import be.onthaal.access.Callers;
import be.onthaal.common.EmailAddress;
import be.onthaal.party.internal.db.tables.Profile;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Customers in one line each, by the profile they were merged into. */
@Component
class PartySummaries {

    private final DSLContext sql;

    PartySummaries(DSLContext sql) {
        this.sql = sql;
    }

    /** By the ids that were asked for, whatever they were merged into since. */
    Map<PartyId, PartySummary> of(Collection<PartyId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var asked = PROFILE.as("asked");
        var shown = shownAs(asked);
        return sql
                .select(asked.ID)
                .select(shown.fields())
                .from(asked, shown)
                .where(asked.GROUP_ID.eq(group()))
                .and(asked.ID.in(ids.stream().map(PartyId::value).toList()))
                .fetch()
                .stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                row -> new PartyId(row.get(asked.ID)), PartySummaries::summary));
    }

    /** The customer that a profile is read as, in one line, to be joined to that profile. */
    static Table<?> shownAs(Profile asked) {
        return DSL.lateral(
                DSL.select(
                                DSL.firstValue(PROFILE.ID)
                                        .over()
                                        .orderBy(PROFILE.CANONICAL_ID.isNotNull(), PROFILE.ID)
                                        .as("shown_id"),
                                PROFILE.KIND.as("shown_kind"),
                                PROFILE.NAME.as("shown_name"),
                                email(asked).as("shown_email"))
                        .from(PROFILE)
                        .where(PROFILE.GROUP_ID.eq(asked.GROUP_ID))
                        .and(PROFILE.HEAD_ID.eq(asked.HEAD_ID))
                        .and(Profiles.known(PROFILE.ID))
                        .orderBy(PROFILE.NAME_TRUST, PROFILE.NAMED_AT.desc())
                        .limit(DSL.inline(1)));
    }

    /** What {@link #shownAs} says of somebody. */
    static PartySummary summary(Record row) {
        return new PartySummary(
                new PartyId(row.get("shown_id", UUID.class)),
                Party.Kind.valueOf(row.get("shown_kind", String.class)),
                row.get("shown_name", String.class),
                Optional.ofNullable(row.get("shown_email", String.class)));
    }

    /** Those known to the caller's authority that are mailed at this address, by name. */
    List<PartySummary> withEmail(EmailAddress address) {
        List<PartyId> owners =
                sql.selectDistinct(CONTACT_POINT.PARTY_ID)
                        .from(CONTACT_POINT)
                        .join(ACQUAINTANCE)
                        .on(ACQUAINTANCE.AUTHORITY_ID.eq(authority()))
                        .and(ACQUAINTANCE.PARTY_ID.eq(CONTACT_POINT.PARTY_ID))
                        .where(CONTACT_POINT.GROUP_ID.eq(group()))
                        .and(CONTACT_POINT.KIND.eq(ContactPoint.Kind.EMAIL.name()))
                        .and(CONTACT_POINT.NORMALISED.eq(address.normalised()))
                        .and(CONTACT_POINT.OUT_ON.isNull())
                        .fetch(row -> new PartyId(row.value1()));
        return of(owners).values().stream()
                .distinct()
                .sorted(
                        java.util.Comparator.comparing(PartySummary::name)
                                .thenComparing(party -> party.id().value()))
                .toList();
    }

    /** The address he is mailed at, whichever of his profiles it came with. */
    private static Field<String> email(Profile asked) {
        Profile member = PROFILE.as("member");
        return DSL.field(
                DSL.select(CONTACT_POINT.VALUE)
                        .from(CONTACT_POINT)
                        .where(CONTACT_POINT.GROUP_ID.eq(asked.GROUP_ID))
                        .and(
                                CONTACT_POINT.PARTY_ID.in(
                                        DSL.select(member.ID)
                                                .from(member)
                                                .where(member.GROUP_ID.eq(asked.GROUP_ID))
                                                .and(member.HEAD_ID.eq(asked.HEAD_ID))
                                                .and(Profiles.known(member.ID))))
                        .and(CONTACT_POINT.KIND.eq(DSL.inline(ContactPoint.Kind.EMAIL.name())))
                        .and(CONTACT_POINT.OUT_ON.isNull())
                        .orderBy(CONTACT_POINT.PREFERRED.desc(), CONTACT_POINT.ID)
                        .limit(DSL.inline(1)));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }

    private static UUID group() {
        return Callers.current().group().value();
    }
}
