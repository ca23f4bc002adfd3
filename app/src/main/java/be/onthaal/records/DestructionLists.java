// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.records;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.cases.CaseId;
import be.onthaal.common.Brussels;
import be.onthaal.common.FreeText;
import be.onthaal.common.PublicNumber;
import be.onthaal.common.Refused;
import be.onthaal.records.DestructionList.Signed;
import be.onthaal.records.DestructionList.State;
import be.onthaal.records.internal.ItemStore;
import be.onthaal.records.internal.ListStore;
import be.onthaal.records.internal.Proposal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Destruction lists: proposed by who keeps the archive, looked through by the units, approved by
 * somebody else who keeps the archive, and carried out by the product itself.
 */
@Service
public class DestructionLists {

    private static final int LONGEST_REASON = 2_000;

    private final ListStore lists;
    private final ItemStore items;
    private final Proposal proposal;
    private final Audit audit;
    private final Clock clock;

    DestructionLists(
            ListStore lists, ItemStore items, Proposal proposal, Audit audit, Clock clock) {
        this.lists = lists;
        this.items = items;
        this.proposal = proposal;
        this.audit = audit;
        this.clock = clock;
    }

    /** A list with how many of its cases are in each state, as far as the caller may see them. */
    public record Standing(DestructionList list, Map<ListedCase.State, Integer> tally) {

        public Standing {
            tally = Map.copyOf(tally);
        }

        /** How many of its cases the caller may see. */
        public int seen() {
            return tally.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /**
     * Freezes what is due now as a list: past its day, not held, on no other list and not kept
     * longer by a reviewer. Begins transactions of its own.
     *
     * @param percent how much of what is to be sampled is kept
     */
    @Transactional(propagation = Propagation.NEVER)
    public UUID propose(int percent) {
        Callers.require(Permission.RECORDS_MANAGE);
        if (percent < 1 || percent > 100) {
            throw new Refused("records.percent");
        }
        return proposal.make(percent).id();
    }

    /** The newest lists. */
    @Transactional(readOnly = true)
    public List<Standing> list(int most) {
        Callers.require(Permission.RECORDS_REVIEW);
        return lists.list(most).stream()
                .map(one -> new Standing(one, items.tally(one.id())))
                .toList();
    }

    /** One list. */
    @Transactional(readOnly = true)
    public Standing get(UUID id) {
        Callers.require(Permission.RECORDS_REVIEW);
        return new Standing(lists.get(id), items.tally(id));
    }

    /** Its cases by number, those the caller may see. */
    @Transactional(readOnly = true)
    public List<ListedCase> items(UUID id, int most) {
        Callers.require(Permission.RECORDS_REVIEW);
        return items.of(lists.get(id).id(), most);
    }

    /** Has a case of an own unit kept until a later date, with the reason why. */
    @Transactional
    public void takeOut(UUID list, CaseId id, LocalDate later, String reason) {
        Caller caller = Callers.require(Permission.RECORDS_REVIEW);
        String why =
                FreeText.required(
                        reason, LONGEST_REASON, "records.reason-missing", "records.reason-long");
        if (!later.isAfter(Brussels.today(clock))) {
            throw new Refused("records.later");
        }
        proposed(list);
        ListedCase item = items.locked(list, id);
        boolean own = caller.rights().units().contains(item.kind().unit());
        if (!own && !caller.coordinatesAll() && !caller.may(Permission.RECORDS_MANAGE)) {
            throw new Refused("records.not-your-unit");
        }
        items.decide(
                item,
                new ListedCase.Decision(
                        ListedCase.State.TAKEN_OUT,
                        why,
                        Optional.of(later),
                        caller.name(),
                        Optional.of(clock.instant()),
                        "",
                        ""));
        audit.record(
                AuditEvent.of(
                                "records.taken-out",
                                AuditEvent.Subject.of(
                                                "CASE",
                                                id.value(),
                                                item.kind().confidentiality(),
                                                item.kind().unit())
                                        .inCase(id.value()))
                        .with("number", item.number())
                        .with("later", later.toString()));
    }

    /** Approves a list that somebody else made; it is carried out from now on. */
    @Transactional
    public void approve(UUID id) {
        Caller caller = Callers.require(Permission.RECORDS_MANAGE);
        DestructionList list = proposed(id);
        if (list.made().account().equals(caller.actor())) {
            throw new Refused("records.own-list");
        }
        Standing standing = new Standing(list, items.tally(id));
        if (standing.seen() < list.items()) {
            throw new Refused("records.not-all-seen", list.items() - standing.seen());
        }
        lists.approve(id, new Signed(clock.instant(), caller.name(), caller.actor()));
        record("records.list-approved", list);
    }

    /** Withdraws a list that was not approved; what stood on it may be proposed again. */
    @Transactional
    public void withdraw(UUID id) {
        Callers.require(Permission.RECORDS_MANAGE);
        DestructionList list = proposed(id);
        items.withdraw(id);
        lists.end(id, State.WITHDRAWN, clock.instant());
        record("records.list-withdrawn", list);
    }

    /** What stays of a case that is gone, by its number. */
    @Transactional(readOnly = true)
    public Optional<ListedCase> destroyed(PublicNumber number) {
        Callers.require(Permission.RECORDS_REVIEW);
        return items.destroyed(number.display());
    }

    private DestructionList proposed(UUID id) {
        DestructionList list = lists.locked(id);
        if (list.state() != State.PROPOSED) {
            throw new Refused("records.not-proposed");
        }
        return list;
    }

    private void record(String action, DestructionList list) {
        audit.record(
                AuditEvent.of(action, AuditEvent.Subject.of("DESTRUCTION_LIST", list.id()))
                        .with("number", String.valueOf(list.number()))
                        .with("items", String.valueOf(list.items()))
                        .with("snapshot", list.snapshot()));
    }
}
