// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.common.Conflict;
import be.onthaal.common.FreeText;
import be.onthaal.common.Refused;
import be.onthaal.database.Part;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes one customer of two profiles, and two again. A merge only says under which profile another
 * is read: each thing stays with the profile it was made with, so taking a merge back is exact, and
 * nobody sees more than he did before, since he reads the profiles that his authority knows.
 */
@Service
public class Merges {

    private final Parties parties;
    private final MergeRows rows;
    private final PartyRows partyRows;
    private final LikelyMatches likely;
    private final Audit audit;

    Merges(
            Parties parties,
            MergeRows rows,
            PartyRows partyRows,
            LikelyMatches likely,
            Audit audit) {
        this.parties = parties;
        this.rows = rows;
        this.partyRows = partyRows;
        this.likely = likely;
        this.audit = audit;
    }

    /** What would become one customer, with the consultation of both logged. */
    @Transactional
    public MergePreview preview(PartyId one, PartyId other) {
        Callers.require(Permission.PARTY_EDIT);
        parties.handled(one);
        parties.handled(other);
        Party first = parties.consult(one);
        Party second = parties.consult(other);
        return new MergePreview(
                first, second, obstacle(first, second), likely.explain(first, second));
    }

    /**
     * Merges, or proposes it to a second colleague where another authority of the group knows one
     * of them.
     *
     * @param kept the profile whose address stays; which data is believed does not depend on it
     */
    @Transactional
    public Merge merge(PartyId kept, PartyId gone, String reason) {
        Callers.require(Permission.PARTY_EDIT);
        partyRows.lockGroup();
        Party first = parties.handled(kept);
        Party second = parties.handled(gone);
        obstacle(first, second)
                .ifPresent(code -> {
                    throw new Conflict(code);
                });
        boolean swap = !rows.isHead(second.id());
        Party stays = swap ? second : first;
        Party goes = swap ? first : second;
        if (!rows.isHead(goes.id())) {
            throw new Conflict("party.merged-elsewhere");
        }
        String why = written(reason);
        String evidence = evidence(stays, goes);
        boolean shared = rows.shared(first, second);
        MergeId id = rows.propose(stays.id(), goes.id(), why, evidence);
        record(shared ? "party.merge-proposed" : "party.merged", stays.id(), goes.id());
        if (!shared) {
            rows.decide(id, Merge.State.MERGED);
            join(stays.id(), goes.id());
        }
        return get(id);
    }

    /** A second colleague agrees. */
    @Transactional
    public Merge confirm(MergeId id) {
        Callers.require(Permission.PARTY_EDIT);
        partyRows.lockGroup();
        Merge merge = proposedByAnother(id);
        obstacle(parties.handled(merge.kept()), parties.handled(merge.gone()))
                .ifPresent(code -> {
                    throw new Conflict(code);
                });
        if (!rows.isHead(merge.gone())) {
            throw new Conflict("party.merged-elsewhere");
        }
        rows.decide(id, Merge.State.MERGED);
        join(merge.kept(), merge.gone());
        record("party.merged", merge.kept(), merge.gone());
        return get(id);
    }

    /** A second colleague does not agree, or the first takes his proposal back. */
    @Transactional
    public void refuse(MergeId id) {
        Callers.require(Permission.PARTY_EDIT);
        Merge merge = get(id);
        handled(merge);
        if (merge.state() != Merge.State.PROPOSED) {
            throw new Conflict("party.merge-decided");
        }
        rows.decide(id, Merge.State.REFUSED);
        record("party.merge-refused", merge.kept(), merge.gone());
    }

    /** Takes a merge back: both are themselves again, with all that each of them had. */
    @Transactional
    public Merge undo(MergeId id, String reason) {
        Callers.require(Permission.PARTY_EDIT);
        partyRows.lockGroup();
        Merge merge = get(id);
        handled(merge);
        if (merge.state() != Merge.State.MERGED) {
            throw new Conflict("party.merge-not-live");
        }
        rows.undone(id, written(reason));
        rows.part(merge.gone());
        findable(merge.kept());
        findable(merge.gone());
        record("party.unmerged", merge.kept(), merge.gone());
        return get(id);
    }

    /** Remembers that they are two people; they are not proposed again. */
    @Transactional
    public void neverSame(PartyId one, PartyId other, String reason) {
        Callers.require(Permission.PARTY_EDIT);
        Party first = parties.handled(one);
        Party second = parties.handled(other);
        if (first.id().equals(second.id())) {
            throw new Conflict("party.already-one");
        }
        rows.neverSame(first.id(), second.id(), written(reason));
        record("party.never-same", first.id(), second.id());
    }

    /** They may be one person after all: they can be proposed and merged again. */
    @Transactional
    public void takeBackNeverSame(PartyId one, PartyId other, String reason) {
        Callers.require(Permission.PARTY_EDIT);
        parties.handled(one);
        parties.handled(other);
        String why = written(reason);
        if (!rows.forgetNeverSame(one, other)) {
            throw new Conflict("party.never-same-gone");
        }
        audit.record(event("party.never-same-taken-back", one, other).with("reason", why));
    }

    /** Who were said to be two people, the last first, as far as the caller knows both. */
    @Transactional(readOnly = true)
    public List<SaidNeverSame> saidNeverSame(int most) {
        Callers.require(Permission.PARTY_VIEW);
        return rows.neverSame(most);
    }

    /** One merge that the caller may know of. */
    @Transactional(readOnly = true)
    public Merge get(MergeId id) {
        Callers.require(Permission.PARTY_VIEW);
        return rows.found(id);
    }

    /** All that was merged into or out of a customer, the newest first: a part of a page. */
    public Part<List<Merge>> partOf(Party party) {
        Callers.require(Permission.PARTY_VIEW);
        return rows.of(party.members());
    }

    /** Merges that wait for a second colleague. */
    @Transactional(readOnly = true)
    public List<Merge> proposed(int most) {
        Callers.require(Permission.PARTY_VIEW);
        return rows.proposed(most);
    }

    private void handled(Merge merge) {
        parties.handled(merge.kept());
        parties.handled(merge.gone());
    }

    private void join(PartyId kept, PartyId gone) {
        rows.join(kept, gone);
        findable(kept);
    }

    private void findable(PartyId id) {
        parties.findableWhole(parties.get(id));
    }

    private Optional<String> obstacle(Party one, Party other) {
        if (one.id().equals(other.id())) {
            return Optional.of("party.already-one");
        }
        if (one.kind() != other.kind()) {
            return Optional.of("party.two-kinds");
        }
        if (rows.apart(one.id(), other.id())) {
            return Optional.of("party.two-numbers");
        }
        return rows.isNeverSame(one.members(), other.members())
                ? Optional.of("party.said-never-same")
                : Optional.empty();
    }

    private Merge proposedByAnother(MergeId id) {
        Merge merge = get(id);
        handled(merge);
        if (merge.state() != Merge.State.PROPOSED) {
            throw new Conflict("party.merge-decided");
        }
        if (rows.proposedBy(id, Callers.current().actor())) {
            throw new Refused("party.merge-own-proposal");
        }
        return merge;
    }

    private String evidence(Party one, Party other) {
        return likely.explain(one, other)
                .map(explanation ->
                        String.format(Locale.ROOT, "%.4f", explanation.pair().probability()))
                .orElse("");
    }

    private static String written(String reason) {
        return FreeText.required(
                reason, Parties.LONGEST_REASON, "party.reason-missing", "party.reason-too-long");
    }

    private void record(String action, PartyId one, PartyId other) {
        audit.record(event(action, one, other));
    }

    private static AuditEvent event(String action, PartyId one, PartyId other) {
        return AuditEvent.of(action, AuditEvent.Subject.of("PARTY", one.value()))
                .about(List.of(one.value(), other.value()));
    }
}
