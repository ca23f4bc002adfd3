// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import static be.onthaal.party.internal.db.Tables.ACQUAINTANCE;
import static be.onthaal.party.internal.db.Tables.PROFILE;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.party.internal.db.Routines;
import be.onthaal.search.Search;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All customers that an authority knows, for moving them in and out as a whole. */
@Service
public class KnownParties {

    private final DSLContext sql;
    private final Profiles profiles;
    private final PartyRows rows;
    private final Audit audit;
    private final Search search;
    private final Followed followed;

    KnownParties(
            DSLContext sql,
            Profiles profiles,
            PartyRows rows,
            Audit audit,
            Search search,
            Followed followed) {
        this.sql = sql;
        this.profiles = profiles;
        this.rows = rows;
        this.audit = audit;
        this.search = search;
        this.followed = followed;
    }

    /** The customer whom the group knows under one of these numbers. */
    @Transactional(readOnly = true)
    public Optional<PartyId> find(NewParty.Identity identity) {
        Callers.require(Permission.PARTY_EDIT);
        return rows.knownAs(identity);
    }

    /**
     * Customers that come after this one in the order in which they were made, without those that
     * were merged into another. Showing them must be logged by whoever shows them.
     */
    @Transactional(readOnly = true)
    public List<Party> after(Optional<PartyId> after, int most) {
        Callers.require(Permission.PARTY_VIEW);
        var member = PROFILE.as("member");
        var known = ACQUAINTANCE.as("known");
        var earlier =
                DSL.selectOne()
                        .from(member)
                        .join(known)
                        .on(known.AUTHORITY_ID.eq(authority()))
                        .and(known.PARTY_ID.eq(member.ID))
                        .where(member.GROUP_ID.eq(PROFILE.GROUP_ID))
                        .and(member.HEAD_ID.eq(PROFILE.HEAD_ID))
                        .and(member.CANONICAL_ID.isNull().or(member.ID.lt(PROFILE.ID)));
        List<PartyId> ids =
                sql.select(PROFILE.ID)
                        .from(PROFILE)
                        .join(ACQUAINTANCE)
                        .on(ACQUAINTANCE.PARTY_ID.eq(PROFILE.ID))
                        .and(ACQUAINTANCE.AUTHORITY_ID.eq(authority()))
                        .where(PROFILE.GROUP_ID.eq(group()))
                        .and(PROFILE.CANONICAL_ID.isNull().or(DSL.notExists(earlier)))
                        .and(after.map(id -> PROFILE.ID.gt(id.value())).orElse(DSL.noCondition()))
                        .orderBy(PROFILE.ID)
                        .limit(most)
                        .fetch(row -> new PartyId(row.value1()));
        Map<PartyId, Party> parties = profiles.of(ids);
        return ids.stream().flatMap(id -> Optional.ofNullable(parties.get(id)).stream()).toList();
    }

    /**
     * Forgets a customer that was taken in by mistake; true when he is gone, false when a sister
     * authority knows him too and only we forget him.
     */
    @Transactional
    public boolean forget(PartyId id) {
        Callers.require(Permission.PARTY_EDIT);
        boolean gone = Boolean.TRUE.equals(Routines.forget(sql.configuration(), id.value()));
        followed.forget(id);
        search.remove("PARTY", id.value());
        audit.record(
                AuditEvent.of("party.forgotten", AuditEvent.Subject.of("PARTY", id.value()))
                        .about(id.value()));
        return gone;
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }

    private static UUID group() {
        return Callers.current().group().value();
    }
}
