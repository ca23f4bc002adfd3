// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import static be.onthaal.party.internal.db.Tables.FOLLOWED;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.common.Conflict;
import be.onthaal.party.internal.db.tables.records.FollowedRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the national register does not tell, or what we could not keep: for a person to see. */
@Service
public class WaitingChanges {

    private final DSLContext sql;
    private final PartySummaries summaries;
    private final Parties parties;
    private final Audit audit;
    private final Clock clock;

    WaitingChanges(
            DSLContext sql, PartySummaries summaries, Parties parties, Audit audit, Clock clock) {
        this.sql = sql;
        this.summaries = summaries;
        this.parties = parties;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whom it is about, the longest waiting first; those the caller may not know are left out. */
    @Transactional(readOnly = true)
    public List<WaitingChange> list(int most) {
        Callers.require(Permission.REGISTER_CONSULT);
        List<FollowedRecord> rows =
                sql.selectFrom(FOLLOWED)
                        .where(FOLLOWED.AUTHORITY_ID.eq(Callers.current().authority().value()))
                        .and(waits())
                        .orderBy(FOLLOWED.SINCE, FOLLOWED.PARTY_ID)
                        .limit(most)
                        .fetch();
        Map<PartyId, PartySummary> known =
                summaries.of(rows.stream().map(row -> new PartyId(row.getPartyId())).toList());
        return rows.stream().flatMap(row -> change(row, known)).toList();
    }

    /** Asks it again, at the next round of the register. */
    @Transactional
    public void again(PartyId id) {
        Callers.require(Permission.REGISTER_CONSULT);
        Party party = parties.handled(id);
        int asked =
                sql.update(FOLLOWED)
                        .set(
                                FOLLOWED.STATE,
                                DSL.when(
                                                FOLLOWED.STATE.eq(Followed.State.REFUSED.name()),
                                                Followed.State.WANTED.name())
                                        .otherwise(FOLLOWED.STATE))
                        .set(
                                FOLLOWED.RENEWAL_TRIED_AT,
                                DSL.when(FOLLOWED.RENEWAL_TRIED_AT.isNotNull(), Instant.EPOCH)
                                        .otherwise(FOLLOWED.RENEWAL_TRIED_AT))
                        .set(FOLLOWED.SINCE, clock.instant())
                        .where(FOLLOWED.AUTHORITY_ID.eq(Callers.current().authority().value()))
                        .and(
                                FOLLOWED.PARTY_ID.in(
                                        party.members().stream().map(PartyId::value).toList()))
                        .and(waits())
                        .and(FOLLOWED.STATE.ne(Followed.State.REPLACED.name()))
                        .execute();
        if (asked == 0) {
            throw new Conflict("party.change-kept");
        }
        audit.record(
                AuditEvent.of(
                                "party.change-asked-again",
                                AuditEvent.Subject.of("PARTY", party.id().value()))
                        .about(party.id().value()));
    }

    private static Condition waits() {
        return FOLLOWED.RENEWAL_TRIED_AT
                .isNotNull()
                .or(
                        FOLLOWED.STATE.in(
                                Followed.State.REFUSED.name(), Followed.State.REPLACED.name()));
    }

    private static Stream<WaitingChange> change(
            FollowedRecord row, Map<PartyId, PartySummary> known) {
        return Optional.ofNullable(known.get(new PartyId(row.getPartyId()))).stream()
                .map(party ->
                        new WaitingChange(
                                party,
                                why(row),
                                Optional.ofNullable(row.getRenewalTriedAt())
                                        .filter(at -> at.isAfter(Instant.EPOCH))
                                        .orElse(row.getSince())));
    }

    private static WaitingChange.Why why(FollowedRecord row) {
        if (row.getState().equals(Followed.State.REFUSED.name())) {
            return WaitingChange.Why.NOT_FOLLOWED;
        }
        if (row.getState().equals(Followed.State.REPLACED.name())) {
            return WaitingChange.Why.REPLACED;
        }
        return Followed.Problem.REFUSED.name().equals(row.getRenewalProblem())
                ? WaitingChange.Why.NOT_TOLD
                : WaitingChange.Why.NOT_KEPT;
    }
}
