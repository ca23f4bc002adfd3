// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import static be.onthaal.party.internal.db.Tables.ACQUAINTANCE;
import static be.onthaal.party.internal.db.Tables.CONTACT_POINT;
import static be.onthaal.party.internal.db.Tables.PROFILE;

import be.onthaal.access.Callers;
import be.onthaal.common.EmailAddress;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
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
        return sql
                .select(asked.ID, PROFILE.ID, PROFILE.KIND, PROFILE.NAME, email())
                .from(asked)
                .join(PROFILE)
                .on(PROFILE.GROUP_ID.eq(asked.GROUP_ID))
                .and(PROFILE.ID.eq(Profiles.canonical(asked)))
                .where(asked.GROUP_ID.eq(group()))
                .and(asked.ID.in(ids.stream().map(PartyId::value).toList()))
                .fetch()
                .stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                row -> new PartyId(row.value1()),
                                row ->
                                        new PartySummary(
                                                new PartyId(row.value2()),
                                                Party.Kind.valueOf(row.value3()),
                                                row.value4(),
                                                Optional.ofNullable(row.value5()))));
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
                        .fetch(row -> new PartyId(row.value1()));
        return of(owners).values().stream()
                .distinct()
                .sorted(
                        java.util.Comparator.comparing(PartySummary::name)
                                .thenComparing(party -> party.id().value()))
                .toList();
    }

    private static Field<String> email() {
        return DSL.field(
                DSL.select(CONTACT_POINT.VALUE)
                        .from(CONTACT_POINT)
                        .where(CONTACT_POINT.GROUP_ID.eq(PROFILE.GROUP_ID))
                        .and(CONTACT_POINT.PARTY_ID.eq(PROFILE.ID))
                        .and(CONTACT_POINT.KIND.eq(DSL.inline(ContactPoint.Kind.EMAIL.name())))
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
