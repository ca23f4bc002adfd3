// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import static be.onthaal.party.internal.db.Tables.SAFETY_FLAG;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.common.Brussels;
import be.onthaal.common.FreeText;
import be.onthaal.common.NotFound;
import be.onthaal.common.Refused;
import be.onthaal.database.Ids;
import be.onthaal.database.Part;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Warnings to colleagues after an incident of aggression: with a reason, and never for ever. Each
 * authority warns its own people only.
 */
@Service
public class SafetyFlags {

    private static final int LONGEST_YEARS = 2;

    private final DSLContext sql;
    private final Parties parties;
    private final Audit audit;
    private final Clock clock;

    SafetyFlags(DSLContext sql, Parties parties, Audit audit, Clock clock) {
        this.sql = sql;
        this.parties = parties;
        this.audit = audit;
        this.clock = clock;
    }

    /** Warns until the end of a day that is at most two years away. */
    @Transactional
    public void warn(PartyId id, String reason, LocalDate until) {
        Caller caller = Callers.require(Permission.PARTY_EDIT);
        Party party = parties.handled(id);
        LocalDate today = Brussels.today(clock);
        if (until.isBefore(today) || until.isAfter(today.plusYears(LONGEST_YEARS))) {
            throw new Refused("party.flag-until");
        }
        sql.insertInto(SAFETY_FLAG)
                .set(SAFETY_FLAG.AUTHORITY_ID, caller.authority().value())
                .set(SAFETY_FLAG.ID, Ids.next())
                .set(SAFETY_FLAG.GROUP_ID, caller.group().value())
                .set(SAFETY_FLAG.PARTY_ID, party.id().value())
                .set(
                        SAFETY_FLAG.REASON,
                        FreeText.required(
                                reason,
                                Parties.LONGEST_REASON,
                                "party.reason-missing",
                                "party.reason-too-long"))
                .set(SAFETY_FLAG.SET_NAME, caller.name())
                .set(SAFETY_FLAG.SET_AT, clock.instant())
                .set(SAFETY_FLAG.UNTIL, until)
                .execute();
        record("party.flag-set", party.id());
    }

    /** The warning is over before its day. */
    @Transactional
    public void lift(PartyId id, UUID flag) {
        Caller caller = Callers.require(Permission.PARTY_EDIT);
        Party party = parties.handled(id);
        int lifted =
                sql.update(SAFETY_FLAG)
                        .set(SAFETY_FLAG.LIFTED_NAME, caller.name())
                        .set(SAFETY_FLAG.LIFTED_AT, clock.instant())
                        .where(SAFETY_FLAG.AUTHORITY_ID.eq(caller.authority().value()))
                        .and(SAFETY_FLAG.ID.eq(flag))
                        .and(SAFETY_FLAG.PARTY_ID.in(members(party)))
                        .and(SAFETY_FLAG.LIFTED_AT.isNull())
                        .execute();
        if (lifted == 0) {
            throw new NotFound("party.flag");
        }
        record("party.flag-lifted", party.id());
    }

    /** The warnings that hold today, as a part of a page. */
    public Part<List<SafetyFlag>> partOf(Party party) {
        Caller caller = Callers.require(Permission.PARTY_VIEW);
        return Part.all(
                sql.selectFrom(SAFETY_FLAG)
                        .where(SAFETY_FLAG.AUTHORITY_ID.eq(caller.authority().value()))
                        .and(SAFETY_FLAG.PARTY_ID.in(members(party)))
                        .and(SAFETY_FLAG.LIFTED_AT.isNull())
                        .and(SAFETY_FLAG.UNTIL.ge(Brussels.today(clock)))
                        .orderBy(SAFETY_FLAG.UNTIL.desc()),
                row ->
                        new SafetyFlag(
                                row.getId(), row.getReason(), row.getSetName(), row.getUntil()));
    }

    private static List<UUID> members(Party party) {
        return party.members().stream().map(PartyId::value).toList();
    }

    private void record(String action, PartyId id) {
        audit.record(
                AuditEvent.of(action, AuditEvent.Subject.of("PARTY", id.value()))
                        .about(id.value()));
    }
}
