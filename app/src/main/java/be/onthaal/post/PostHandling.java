// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.access.UnitId;
import be.onthaal.common.Brussels;
import be.onthaal.common.Conflict;
import be.onthaal.common.FreeText;
import be.onthaal.common.PublicNumber;
import be.onthaal.common.Refused;
import be.onthaal.database.Part;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.party.OwnFile;
import be.onthaal.party.Parties;
import be.onthaal.party.PartyId;
import be.onthaal.post.RegisterEntry.EntryState;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is done with an entry while it is handled: corrected, given to somebody, opened. Every
 * change stays in its history; nothing is removed or renumbered.
 */
@Service
public class PostHandling {

    private final EntryStore entries;
    private final EntryHold hold;
    private final Accompanying company;
    private final EntryHistory history;
    private final EntryTrail trail;
    private final Registering registering;
    private final EntryAssigning assigning;
    private final Parties parties;
    private final OwnFile ownFile;
    private final Clock clock;

    PostHandling(
            EntryStore entries,
            EntryHold hold,
            Accompanying company,
            EntryHistory history,
            EntryTrail trail,
            Registering registering,
            EntryAssigning assigning,
            Parties parties,
            OwnFile ownFile,
            Clock clock) {
        this.entries = entries;
        this.hold = hold;
        this.company = company;
        this.history = history;
        this.trail = trail;
        this.registering = registering;
        this.assigning = assigning;
        this.parties = parties;
        this.ownFile = ownFile;
        this.clock = clock;
    }

    /** Who else has to do with an entry: a part of a page. */
    public Part<Company> companyOf(EntryId id) {
        Callers.require(Permission.POST_VIEW);
        return company.of(id);
    }

    /** What changed in an entry, the last first: a part of a page. */
    public Part<List<Change>> historyOf(EntryId id) {
        Callers.require(Permission.POST_VIEW);
        return history.of(id);
    }

    /** Writes down what an entry should have said; refused when a colleague was first. */
    @Transactional
    public RegisterEntry correct(EntryId id, Correction asked) {
        Callers.require(Permission.POST_HANDLE);
        RegisterEntry before = hold.take(id);
        refuseCancelled(before);
        int revision = before.particulars().care().revision();
        if (asked.revision() != revision) {
            throw new Conflict("post.changed", before.number().display());
        }
        Piece piece = EntryTexts.checked(asked.piece());
        ownFile.refuse(piece.party().stream().toList());
        Particulars more = corrected(before, EntryTexts.checked(asked.particulars()), piece);
        refuseEarlier(before, piece, asked.why());
        RegisterEntry after = before.saying(piece, more);
        piece.party().ifPresent(parties::meet);
        entries.update(after);
        history.changed(before, after);
        company.correct(after, asked.company());
        asked.why()
                .filter(why -> !why.isBlank())
                .ifPresent(
                        why -> history.note(id, Change.Field.REASON, "", EntryTexts.reason(why)));
        trail.record("post.corrected", after);
        trail.index(after);
        return after;
    }

    /** Gives an open entry to a colleague who may see it, or to nobody in particular. */
    @Transactional
    public void assign(EntryId id, Optional<EmployeeId> to) {
        Callers.require(Permission.POST_HANDLE);
        RegisterEntry before = hold.take(id);
        refuseSettled(before);
        Optional<EmployeeId> handler = to.map(colleague -> assigning.giving(before, colleague));
        Particulars more = before.particulars();
        RegisterEntry after =
                before.saying(before.piece(), more.with(more.care().handledBy(handler)));
        entries.update(after);
        history.changed(before, after);
        trail.record("post.assigned", after);
    }

    /** Gives units a copy, beside those that have one; what is confidential stays in its unit. */
    @Transactional
    public void copy(EntryId id, Set<UnitId> units) {
        Callers.require(Permission.POST_HANDLE);
        RegisterEntry entry = hold.take(id);
        refuseCancelled(entry);
        if (company.copy(entry, units)) {
            Particulars more = entry.particulars();
            entries.update(entry.saying(entry.piece(), more.with(more.care().revised())));
        }
        trail.record("post.copied", entry);
    }

    /**
     * Tells what was in an envelope that was registered unopened. Only whoever sees it, the people
     * of its unit, comes this far.
     */
    @Transactional
    public void open(EntryId id, String subject) {
        Callers.require(Permission.POST_HANDLE);
        RegisterEntry before = hold.take(id);
        refuseCancelled(before);
        Particulars more = before.particulars();
        Particulars.Paper paper = more.paper();
        if (!paper.unopened()) {
            throw new Refused("post.opened-before");
        }
        Piece was = before.piece();
        String says =
                FreeText.required(
                        subject,
                        PostRegister.LONGEST_SUBJECT,
                        "post.subject-missing",
                        "post.subject-too-long");
        var piece = new Piece(was.channel(), was.on(), says, was.correspondent(), was.party());
        var opened =
                new Particulars(
                        more.book(),
                        more.kind(),
                        more.writing(),
                        new Particulars.Paper(paper.place(), paper.barcode(), false),
                        more.care().revised());
        RegisterEntry after = before.saying(piece, opened);
        entries.update(after);
        history.changed(before, after);
        trail.tell("post.opened", after);
        trail.index(after);
    }

    /** Says that a typed correspondent surely is the customer he seemed to be. */
    @Transactional
    public void confirm(EntryId id) {
        Callers.require(Permission.POST_HANDLE);
        RegisterEntry before = hold.take(id);
        refuseCancelled(before);
        Particulars more = before.particulars();
        PartyId customer =
                more.care().likely().orElseThrow(() -> new Refused("post.nobody-likely"));
        parties.meet(customer);
        Piece was = before.piece();
        var piece =
                new Piece(
                        was.channel(),
                        was.on(),
                        was.subject(),
                        was.correspondent(),
                        Optional.of(customer));
        RegisterEntry after = before.saying(piece, more.with(more.care().certain()));
        entries.update(after);
        history.changed(before, after);
        trail.tell("post.recognised", after);
    }

    /** Says which incoming entry an outgoing one answers. */
    @Transactional
    public void answers(EntryId out, PublicNumber number) {
        Callers.require(Permission.POST_HANDLE);
        RegisterEntry before = hold.take(out);
        refuseCancelled(before);
        RegisterEntry incoming =
                entries.find(number).orElseThrow(() -> new Refused("post.number-unknown"));
        if (!incoming.answeredBy(before.direction())) {
            throw new Refused("post.answers-wrong");
        }
        RegisterEntry after = before.answering(incoming.id());
        entries.update(after);
        history.changed(before, after);
        trail.record("post.linked", after);
    }

    private Particulars corrected(RegisterEntry before, Particulars asked, Piece piece) {
        Particulars now = before.particulars();
        Particulars.Care care = asked.care();
        Optional<LocalDate> due = due(before, asked, piece);
        asked.paper()
                .barcode()
                .filter(code -> !now.paper().barcode().equals(Optional.of(code)))
                .ifPresent(registering::refuseKnown);
        return new Particulars(
                now.book(),
                asked.kind(),
                asked.writing(),
                new Particulars.Paper(
                        asked.paper().place(), asked.paper().barcode(), now.paper().unopened()),
                new Particulars.Care(
                        due,
                        now.care().handler(),
                        piece.party().isPresent() ? Optional.empty() : care.likely(),
                        now.care().lateReason(),
                        now.care().revision() + 1));
    }

    /** A term that nobody chose follows the day and the kind from which it is counted. */
    private Optional<LocalDate> due(RegisterEntry before, Particulars asked, Piece piece) {
        Optional<LocalDate> sent = asked.care().dueOn();
        if (before.direction() == RegisterEntry.Direction.OUT) {
            return sent;
        }
        Particulars now = before.particulars();
        boolean counted =
                sent.equals(now.care().dueOn())
                        && sent.equals(
                                registering.dueOn(
                                        now.kind(), before.piece().on(), Optional.empty()));
        return registering.dueOn(asked.kind(), piece.on(), counted ? Optional.empty() : sent);
    }

    /** Moving the day back is late registering by another way. */
    private void refuseEarlier(RegisterEntry before, Piece piece, Optional<String> why) {
        if (piece.on().isAfter(Brussels.today(clock))) {
            throw new Refused("post.in-future", piece.on());
        }
        if (piece.on().isBefore(before.piece().on()) && why.filter(w -> !w.isBlank()).isEmpty()) {
            throw new Refused("post.late-reason-missing", piece.on());
        }
    }

    private static void refuseSettled(RegisterEntry entry) {
        if (entry.handling().state() != EntryState.OPEN) {
            throw settled(entry);
        }
    }

    private static void refuseCancelled(RegisterEntry entry) {
        if (entry.handling().state() == EntryState.CANCELLED) {
            throw settled(entry);
        }
    }

    private static Conflict settled(RegisterEntry entry) {
        return new Conflict(
                "post.settled",
                entry.handling().by().orElse(""),
                entry.handling().at().orElse(Instant.EPOCH));
    }
}
