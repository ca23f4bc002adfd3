// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import static be.onthaal.party.internal.db.Tables.ACQUAINTANCE;
import static be.onthaal.party.internal.db.Tables.CONTACT_POINT;
import static be.onthaal.party.internal.db.Tables.PROFILE;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.common.EnterpriseNumber;
import be.onthaal.party.internal.db.Routines;
import be.onthaal.party.internal.db.tables.records.ProfileRecord;
import be.onthaal.search.Search;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All customers that an authority knows, for moving them in and out as a whole. */
@Service
public class KnownParties {

    private final DSLContext sql;
    private final Audit audit;
    private final Search search;

    KnownParties(DSLContext sql, Audit audit, Search search) {
        this.sql = sql;
        this.audit = audit;
        this.search = search;
    }

    /** The customer whom the group knows under one of these numbers. */
    @Transactional(readOnly = true)
    public Optional<PartyId> find(NewParty.Identity identity) {
        Callers.require(Permission.PARTY_EDIT);
        UUID known =
                Routines.knownAs(
                        sql.configuration(),
                        identity.enterprise().map(EnterpriseNumber::value).orElse(null),
                        identity.externalKey().orElse(null));
        return Optional.ofNullable(known).map(PartyId::new);
    }

    /**
     * Customers that come after this one in the order in which they were made, without those that
     * were merged into another. Showing them must be logged by whoever shows them.
     */
    @Transactional(readOnly = true)
    public List<Party> after(Optional<PartyId> after, int most) {
        Callers.require(Permission.PARTY_VIEW);
        List<ProfileRecord> profiles =
                sql.select(PROFILE)
                        .from(PROFILE)
                        .join(ACQUAINTANCE)
                        .on(ACQUAINTANCE.PARTY_ID.eq(PROFILE.ID))
                        .and(ACQUAINTANCE.AUTHORITY_ID.eq(authority()))
                        .where(PROFILE.GROUP_ID.eq(group()))
                        .and(PROFILE.CANONICAL_ID.isNull())
                        .and(after.map(id -> PROFILE.ID.gt(id.value())).orElse(DSL.noCondition()))
                        .orderBy(PROFILE.ID)
                        .limit(most)
                        .fetch(row -> row.value1());
        Map<UUID, List<ContactPoint>> points = points(profiles);
        return profiles.stream()
                .map(row -> read(row, points.getOrDefault(row.getId(), List.of())))
                .toList();
    }

    /**
     * Forgets a customer that was taken in by mistake; true when he is gone, false when a sister
     * authority knows him too and only we forget him.
     */
    @Transactional
    public boolean forget(PartyId id) {
        Callers.require(Permission.PARTY_EDIT);
        boolean gone = Boolean.TRUE.equals(Routines.forget(sql.configuration(), id.value()));
        search.remove("PARTY", id.value());
        audit.record(
                AuditEvent.of("party.forgotten", AuditEvent.Subject.of("PARTY", id.value()))
                        .about(id.value()));
        return gone;
    }

    private Map<UUID, List<ContactPoint>> points(List<ProfileRecord> profiles) {
        return sql
                .selectFrom(CONTACT_POINT)
                .where(CONTACT_POINT.GROUP_ID.eq(group()))
                .and(
                        CONTACT_POINT.PARTY_ID.in(
                                profiles.stream().map(ProfileRecord::getId).toList()))
                .orderBy(CONTACT_POINT.PREFERRED.desc(), CONTACT_POINT.ID)
                .fetch()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                row -> row.getPartyId(),
                                Collectors.mapping(
                                        row ->
                                                new ContactPoint(
                                                        ContactPoint.Kind.valueOf(row.getKind()),
                                                        row.getValue(),
                                                        row.getSource(),
                                                        row.getPreferred()),
                                        Collectors.toList())));
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

    private static UUID authority() {
        return Callers.current().authority().value();
    }

    private static UUID group() {
        return Callers.current().group().value();
    }
}
