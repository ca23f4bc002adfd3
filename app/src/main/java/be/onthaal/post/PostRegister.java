// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.Permission;
import be.onthaal.access.UnitId;
import be.onthaal.common.Brussels;
import be.onthaal.common.Conflict;
import be.onthaal.common.Page;
import be.onthaal.common.PageRequest;
import be.onthaal.common.PublicNumber;
import be.onthaal.common.Refused;
import be.onthaal.database.Part;
import be.onthaal.organisation.Unit;
import be.onthaal.organisation.Units;
import be.onthaal.party.OwnFile;
import be.onthaal.post.RegisterEntry.Direction;
import be.onthaal.post.RegisterEntry.EntryState;
import be.onthaal.post.RegisterEntry.Handling;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The registers of incoming and outgoing pieces: numbered without a gap, never removed. */
@Service
public class PostRegister {

    /** Longer subjects are refused; intake shortens what a stranger wrote before it registers. */
    public static final int LONGEST_SUBJECT = 2_000;

    private final EntryStore entries;
    private final Registering registering;
    private final EntryHold hold;
    private final EntryHistory history;
    private final EntryTrail trail;
    private final Inbox inbox;
    private final OwnFile ownFile;
    private final Units units;
    private final Clock clock;

    PostRegister(
            EntryStore entries,
            Registering registering,
            EntryHold hold,
            EntryHistory history,
            EntryTrail trail,
            Inbox inbox,
            OwnFile ownFile,
            Units units,
            Clock clock) {
        this.entries = entries;
        this.registering = registering;
        this.hold = hold;
        this.history = history;
        this.trail = trail;
        this.inbox = inbox;
        this.ownFile = ownFile;
        this.units = units;
        this.clock = clock;
    }

    /**
     * Registers what somebody has before him; the same form is registered once and found back
     * after. What comes late must say why.
     */
    @Transactional
    public RegisterEntry register(NewEntry asked) {
        Callers.require(Permission.POST_HANDLE);
        ownFile.refuse(asked.parties());
        refuseClosed(asked.placement().unit());
        registering.refuseLate(asked);
        refuseWrongAnswer(asked);
        Confidentiality level = asked.particulars().atLeast(asked.placement().confidentiality());
        if (!asked.company().copies().isEmpty() && level.compareTo(Confidentiality.INTERNAL) > 0) {
            throw new Refused("post.confidential-copy");
        }
        return registering.register(asked);
    }

    /**
     * Registers what came in by itself, such as mail; the same source is registered once and found
     * back after.
     */
    @Transactional
    public RegisterEntry registerIncoming(NewIncoming incoming) {
        Callers.require(Permission.POST_HANDLE);
        var piece =
                new Piece(
                        incoming.channel(),
                        incoming.receivedOn(),
                        incoming.subject(),
                        incoming.correspondent(),
                        incoming.party());
        ownFile.refuse(incoming.party().stream().toList());
        return registering.register(
                NewEntry.of(
                        Direction.IN,
                        new NewOutgoing(
                                piece,
                                incoming.unit(),
                                incoming.confidentiality(),
                                incoming.source(),
                                Optional.empty(),
                                Optional.empty())));
    }

    /**
     * Registers what the product itself sends; the same source is registered once and found back
     * after.
     */
    @Transactional
    public RegisterEntry registerOutgoing(NewOutgoing outgoing) {
        Callers.require(Permission.POST_HANDLE);
        ownFile.refuse(outgoing.piece().party().stream().toList());
        return registering.register(NewEntry.of(Direction.OUT, outgoing));
    }

    /** What waits for the caller's units, or for all units when he spreads work; newest first. */
    @Transactional(readOnly = true)
    public Page<InboxLine> inbox(InboxFilter filter, PageRequest page) {
        return inbox.answer(partOfInbox(filter, page));
    }

    /** The same, as a part of a page. */
    public Part<Page<InboxLine>> partOfInbox(InboxFilter filter, PageRequest page) {
        Callers.require(Permission.POST_VIEW);
        return inbox.page(filter, page);
    }

    /** The entry, if the caller may see it. */
    @Transactional(readOnly = true)
    public RegisterEntry get(EntryId id) {
        Callers.require(Permission.POST_VIEW);
        return entries.get(id);
    }

    /** The entry that was made of this, if the caller may see it. */
    @Transactional(readOnly = true)
    public Optional<RegisterEntry> find(Source source) {
        Callers.require(Permission.POST_VIEW);
        return entries.find(source);
    }

    /** The entry with this number of the usual register or of another book, if it may be seen. */
    @Transactional(readOnly = true)
    public Optional<RegisterEntry> findByNumber(PublicNumber number) {
        Callers.require(Permission.POST_VIEW);
        return entries.find(number);
    }

    /** The entry, which nobody else changes before this transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public RegisterEntry hold(EntryId id) {
        Callers.require(Permission.POST_HANDLE);
        return hold.take(id);
    }

    /** The same, as a part of a page. */
    public Part<RegisterEntry> partOf(EntryId id) {
        Callers.require(Permission.POST_VIEW);
        return entries.part(id);
    }

    /** Sends an entry to the unit that must handle it. */
    @Transactional
    public void route(EntryId id, UnitId to) {
        Callers.require(Permission.POST_HANDLE);
        RegisterEntry entry = stillOpen(id);
        refuseClosed(to);
        history.changed(entry, entry.filedFor(to));
        entries.route(id, to);
        trail.moved("post.routed", entry.filedFor(to));
    }

    /** Takes an entry off the inbox, without a case. */
    @Transactional
    public void settle(EntryId id, Outcome outcome) {
        Callers.require(Permission.POST_HANDLE);
        RegisterEntry entry = stillOpen(id);
        String words =
                switch (outcome) {
                    case Outcome.Handled(String note) -> EntryTexts.note(note);
                    case Outcome.NoCaseNeeded() -> "NO_CASE_NEEDED";
                };
        RegisterEntry settled = entry.handled(now(EntryState.HANDLED, words));
        update(entry, settled);
        trail.tell("post.settled", settled);
    }

    /**
     * Takes an entry off the inbox because a case holds it now: it goes to the unit of the case and
     * is at least as confidential.
     */
    @Transactional
    public void linkCase(EntryId id, CaseLink caseLink, UnitId unit, Confidentiality level) {
        Callers.require(Permission.POST_HANDLE);
        RegisterEntry entry = hold.take(id);
        if (entry.caseLink().equals(Optional.of(caseLink))) {
            return;
        }
        refuseWithCase(entry);
        if (entry.handling().state() == EntryState.CANCELLED) {
            throw settledBefore(entry);
        }
        RegisterEntry linked = entry.handled(now(EntryState.HANDLED, "CASE")).in(caseLink);
        update(entry, linked);
        trail.linked(linked);
        bring(linked, unit, level);
    }

    /**
     * Brings an entry to the unit that has to do with it, at least as confidential as this; also
     * one that was settled.
     */
    @Transactional
    public void bring(EntryId id, UnitId unit, Confidentiality level) {
        Callers.require(Permission.POST_HANDLE);
        bring(hold.take(id), unit, level);
    }

    /**
     * Cancels what was registered by mistake; its number stays in sight and is never given again.
     */
    @Transactional
    public void cancel(EntryId id, String reason) {
        Callers.require(Permission.POST_HANDLE);
        RegisterEntry entry = hold.take(id);
        refuseWithCase(entry);
        if (entry.handling().state() == EntryState.CANCELLED) {
            throw settledBefore(entry);
        }
        RegisterEntry cancelled =
                entry.handled(now(EntryState.CANCELLED, EntryTexts.reason(reason)));
        update(entry, cancelled);
        trail.tell("post.cancelled", cancelled);
    }

    /** How many entries wait for each unit, of those the caller may see: a part of a page. */
    public Part<Map<UnitId, Long>> openPerUnit() {
        Callers.require(Permission.POST_VIEW);
        return inbox.openPerUnit();
    }

    /** How many pieces came in today: a part of a page. */
    public Part<Long> registeredToday() {
        Callers.require(Permission.POST_VIEW);
        return inbox.registeredToday();
    }

    private void update(RegisterEntry before, RegisterEntry after) {
        entries.update(after);
        history.changed(before, after);
    }

    private void refuseClosed(UnitId id) {
        Unit unit = units.get(id);
        if (!unit.openOn(Brussels.today(clock))) {
            throw new Refused("organisation.unit-closed", unit.name());
        }
    }

    private void bring(RegisterEntry entry, UnitId unit, Confidentiality level) {
        RegisterEntry there = entry.filedFor(unit, level);
        if (!there.equals(entry)) {
            history.changed(entry, there);
            entries.bring(entry.id(), unit, level);
            trail.moved("post.routed", there);
        }
    }

    private RegisterEntry stillOpen(EntryId id) {
        RegisterEntry entry = hold.take(id);
        if (entry.handling().state() != EntryState.OPEN) {
            throw settledBefore(entry);
        }
        return entry;
    }

    private Handling now(EntryState state, String outcome) {
        return new Handling(
                state,
                Optional.of(clock.instant()),
                Optional.of(Callers.current().name()),
                Optional.of(outcome));
    }

    private void refuseWrongAnswer(NewEntry asked) {
        asked.answers()
                .map(entries::get)
                .filter(answered -> !answered.answeredBy(asked.direction()))
                .ifPresent(wrong -> {
                    throw new Refused("post.answers-wrong");
                });
    }

    /** What belongs to a case stays with it, also by the number of one that was destroyed. */
    private void refuseWithCase(RegisterEntry entry) {
        entry.caseLink()
                .ifPresent(link -> {
                    throw new Refused("post.has-case", link.number());
                });
        if (entry.handling().state() != EntryState.OPEN) {
            entries.caseNumber(entry.id())
                    .ifPresent(number -> {
                        throw new Refused("post.had-case", number);
                    });
        }
    }

    private static Conflict settledBefore(RegisterEntry entry) {
        Handling handling = entry.handling();
        return new Conflict(
                "post.settled", handling.by().orElse(""), handling.at().orElse(Instant.EPOCH));
    }
}
