// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import static be.onthaal.cases.internal.db.Tables.ROLE;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.cases.CaseTrail.Step;
import be.onthaal.cases.model.RoleDefinition;
import be.onthaal.common.NotFound;
import be.onthaal.common.Refused;
import be.onthaal.database.Ids;
import be.onthaal.database.Part;
import be.onthaal.party.OwnFile;
import be.onthaal.party.Parties;
import be.onthaal.party.PartyId;
import be.onthaal.party.PartySummary;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** In which way customers are part of a case, besides the one it is for. */
@Service
public class CaseRoles {

    private static final int MOST = 200;

    private final DSLContext sql;
    private final CaseStore cases;
    private final CaseTypes types;
    private final Parties parties;
    private final OwnFile ownFile;
    private final CaseTrail trail;
    private final Clock clock;

    CaseRoles(
            DSLContext sql,
            CaseStore cases,
            CaseTypes types,
            Parties parties,
            OwnFile ownFile,
            CaseTrail trail,
            Clock clock) {
        this.sql = sql;
        this.cases = cases;
        this.types = types;
        this.parties = parties;
        this.ownFile = ownFile;
        this.trail = trail;
        this.clock = clock;
    }

    /** Somebody with a role, by its code; his name as it was when he was added. */
    public record Holder(UUID id, String role, PartyId party, String name) {}

    /** Who has which role in a case, as a part of a page. */
    public Part<List<Holder>> partOf(CaseId id) {
        Callers.require(Permission.CASE_VIEW);
        return Part.all(
                sql.selectFrom(ROLE)
                        .where(of(id))
                        .orderBy(ROLE.CODE, ROLE.ADDED_AT, ROLE.ID)
                        .limit(MOST),
                row ->
                        new Holder(
                                row.getId(),
                                row.getCode(),
                                new PartyId(row.getPartyId()),
                                row.getPartyName()));
    }

    /** Which roles somebody has in a case, by their codes. */
    Part<Set<String>> held(CaseId id) {
        return Part.all(sql.selectDistinct(ROLE.CODE).from(ROLE).where(of(id)), row -> row.value1())
                .then(codes -> Set.copyOf(codes));
    }

    /** Gives a customer a role of the type; one role has one holder unless the type allows more. */
    @Transactional
    public void add(CaseId id, String code, PartyId customer) {
        CaseFile file = handled(id);
        CaseClosing.refuseClosed(file);
        RoleDefinition role =
                types.get(file.matter().typeId())
                        .definition()
                        .role(code)
                        .orElseThrow(() -> new NotFound("cases.role"));
        ownFile.refuse(List.of(customer));
        int there = sql.fetchCount(ROLE, of(id).and(ROLE.CODE.eq(code)));
        if (!role.many() && there > 0) {
            throw new Refused("cases.role-taken", role.name().nl());
        }
        if (there >= MOST) {
            throw new Refused("cases.role-many", MOST);
        }
        PartySummary summary = parties.meet(customer);
        sql.insertInto(ROLE)
                .set(ROLE.AUTHORITY_ID, authority())
                .set(ROLE.ID, Ids.next())
                .set(ROLE.CASE_ID, id.value())
                .set(ROLE.CODE, code)
                .set(ROLE.PARTY_ID, customer.value())
                .set(ROLE.PARTY_NAME, summary.name())
                .set(ROLE.ADDED_AT, clock.instant())
                .set(ROLE.ADDED_BY, Callers.current().name())
                .onConflictDoNothing()
                .execute();
        trail.inside(file, Step.of("cases.role-added", role.name().nl()));
    }

    /** Takes a role away from somebody. */
    @Transactional
    public void remove(CaseId id, UUID holder) {
        CaseFile file = handled(id);
        CaseClosing.refuseClosed(file);
        if (sql.deleteFrom(ROLE).where(of(id)).and(ROLE.ID.eq(holder)).execute() == 0) {
            throw new NotFound("cases.role");
        }
        trail.inside(file, Step.of("cases.role-removed", ""));
    }

    private CaseFile handled(CaseId id) {
        Callers.require(Permission.CASE_HANDLE);
        CaseFile file = cases.locked(id);
        ownFile.refuse(file.customer().party().stream().toList());
        return file;
    }

    private static Condition of(CaseId id) {
        return ROLE.AUTHORITY_ID.eq(authority()).and(ROLE.CASE_ID.eq(id.value()));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
