// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.common.Conflict;
import be.onthaal.common.FreeText;
import be.onthaal.common.NotFound;
import be.onthaal.common.Refused;
import be.onthaal.database.Part;
import be.onthaal.database.Parts;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who belongs to whom, and who may act for whom. A fact of one authority; kept with the profiles it
 * was stated of and read for all profiles that are one customer.
 */
@Service
public class Relations {

    private static final int LONGEST_ROLE = 200;
    private static final int LARGEST_HOUSEHOLD = 20;

    private final Parties parties;
    private final RelationRows rows;
    private final PartyRows partyRows;
    private final Parts parts;
    private final Audit audit;

    Relations(Parties parties, RelationRows rows, PartyRows partyRows, Parts parts, Audit audit) {
        this.parties = parties;
        this.rows = rows;
        this.partyRows = partyRows;
        this.parts = parts;
        this.audit = audit;
    }

    /** What is stated: from the one to the other. */
    public record Stated(
            PartyId from, PartyId to, Relation.Kind kind, Relation.Terms terms, String source) {}

    /** Writes down that two customers belong to each other. */
    @Transactional
    public RelationId state(Stated stated) {
        Callers.require(Permission.PARTY_EDIT);
        partyRows.lockGroup();
        Party from = parties.handled(stated.from());
        Party to = parties.handled(stated.to());
        if (from.id().equals(to.id())) {
            throw new Refused("party.relation-self");
        }
        if (!stated.kind().allows(from.kind(), to.kind())) {
            throw new Refused("party.relation-kinds");
        }
        Relation.Terms terms = checked(stated.kind(), stated.terms());
        if (rows.live(from, to, stated.kind())) {
            throw new Conflict("party.relation-known");
        }
        RelationId id =
                rows.insert(new Stated(from.id(), to.id(), stated.kind(), terms, stated.source()));
        record("party.relation-stated", stated.kind(), from.id(), to.id());
        return id;
    }

    /** It holds no longer; it stays in the history of both. Neither of them ends it himself. */
    @Transactional
    public void end(PartyId id, RelationId relation) {
        Callers.require(Permission.PARTY_EDIT);
        Relation ended =
                parts.answer(rows.one(parties.handled(id).id(), relation))
                        .filter(one -> one.history().ended().isEmpty())
                        .orElseThrow(() -> new NotFound("party.relation"));
        parties.handled(ended.other().id());
        if (ended.history().fromRegister()) {
            throw new Refused("party.relation-from-register");
        }
        rows.end(List.of(relation));
        record("party.relation-ended", ended.kind(), id, ended.other().id());
    }

    /** All that was stated of a customer and others. */
    @Transactional(readOnly = true)
    public List<Relation> of(PartyId id) {
        return parts.answer(partOf(id));
    }

    /** The same as a part of a page; showing the others must be logged by whoever shows them. */
    public Part<List<Relation>> partOf(PartyId id) {
        Callers.require(Permission.PARTY_VIEW);
        return rows.of(id);
    }

    /** A register says who lives together; with whom it no longer says so, it ended. */
    @Transactional
    public void liveTogether(Collection<PartyId> together, String source) {
        Callers.require(Permission.PARTY_EDIT);
        if (together.size() > LARGEST_HOUSEHOLD) {
            throw new Refused("party.household-large", LARGEST_HOUSEHOLD);
        }
        partyRows.lockGroup();
        Set<Party> members = new LinkedHashSet<>();
        together.forEach(id -> members.add(parties.handled(id)));
        Set<PartyId> inside = new LinkedHashSet<>();
        members.forEach(member -> inside.add(member.id()));
        for (Party member : members) {
            rows.end(over(member, inside));
        }
        for (Party one : members) {
            for (Party other : members) {
                boolean once = MergeRows.inOrder(one.id(), other.id());
                if (once && !rows.live(one, other, Relation.Kind.HOUSEHOLD)) {
                    rows.insert(
                            new Stated(
                                    one.id(),
                                    other.id(),
                                    Relation.Kind.HOUSEHOLD,
                                    Relation.Terms.NONE,
                                    source));
                }
            }
        }
        audit.record(
                AuditEvent.of(
                                "party.household-taken",
                                AuditEvent.Subject.of("PARTY", together.iterator().next().value()))
                        .about(inside.stream().map(PartyId::value).toList()));
    }

    /** What a register said before of somebody and of those with whom he no longer lives. */
    private List<RelationId> over(Party member, Set<PartyId> inside) {
        return of(member.id()).stream()
                .filter(one -> one.kind() == Relation.Kind.HOUSEHOLD)
                .filter(one -> one.history().fromRegister())
                .filter(one -> one.history().ended().isEmpty())
                .filter(one -> !inside.contains(one.other().id()))
                .map(Relation::id)
                .toList();
    }

    private static Relation.Terms checked(Relation.Kind kind, Relation.Terms terms) {
        String role = FreeText.clean(terms.role(), LONGEST_ROLE, "party.role-too-long");
        String proof =
                FreeText.clean(terms.proof(), Parties.LONGEST_REASON, "party.reason-too-long");
        if (kind == Relation.Kind.CONTACT_PERSON && role.isEmpty()) {
            throw new Refused("party.role-missing");
        }
        if (kind.represents() && proof.isEmpty()) {
            throw new Refused("party.relation-proof-missing");
        }
        Optional<Boolean> backwards =
                terms.until().flatMap(until -> terms.since().map(until::isBefore));
        if (backwards.orElse(false)) {
            throw new Refused("party.relation-period");
        }
        return new Relation.Terms(role, proof, terms.since(), terms.until());
    }

    private void record(String action, Relation.Kind kind, PartyId one, PartyId other) {
        audit.record(
                AuditEvent.of(action, AuditEvent.Subject.of("PARTY", one.value()))
                        .about(List.of(one.value(), other.value()))
                        .with("kind", kind.name()));
    }
}
