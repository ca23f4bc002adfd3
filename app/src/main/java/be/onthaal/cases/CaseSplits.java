// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.cases.CaseSplitRows.Parts;
import be.onthaal.cases.CaseSplitRows.Splitting;
import be.onthaal.cases.CaseTrail.Step;
import be.onthaal.cases.model.TaskKind;
import be.onthaal.cases.spi.CaseHold;
import be.onthaal.cases.spi.CasePieces;
import be.onthaal.common.FreeText;
import be.onthaal.common.NotFound;
import be.onthaal.common.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a case of its own of a part of a case: chosen documents, notes and tasks go along, and the
 * term counts from the same receipt. It comes back whole as long as nobody did anything in the new
 * case.
 */
@Service
public class CaseSplits {

    private static final int LONGEST_REASON = 2_000;
    private static final int SUMMARY = 200;
    private static final int MOST = 200;

    private final Cases cases;
    private final CaseTransfers transfers;
    private final CaseParts parts;
    private final CaseStore store;
    private final CaseContents contents;
    private final CaseSplitRows rows;
    private final CaseSight sight;
    private final CaseTrail trail;
    private final CasePieces pieces;
    private final List<CaseHold> holds;
    private final Clock clock;

    CaseSplits(
            Cases cases,
            CaseTransfers transfers,
            CaseParts parts,
            CaseStore store,
            CaseContents contents,
            CaseSplitRows rows,
            CaseSight sight,
            CaseTrail trail,
            CasePieces pieces,
            List<CaseHold> holds,
            Clock clock) {
        this.cases = cases;
        this.transfers = transfers;
        this.parts = parts;
        this.store = store;
        this.contents = contents;
        this.rows = rows;
        this.sight = sight;
        this.trail = trail;
        this.pieces = pieces;
        this.holds = List.copyOf(holds);
        this.clock = clock;
    }

    /**
     * What goes on as a case of its own.
     *
     * @param type the code of the type of the new case
     */
    public record Wish(
            String type,
            String subject,
            String reason,
            List<UUID> notes,
            List<UUID> tasks,
            List<UUID> pieces) {

        public Wish {
            notes = List.copyOf(notes);
            tasks = List.copyOf(tasks);
            pieces = List.copyOf(pieces);
        }
    }

    /** Makes a case of a part of one that still is as the caller saw it. */
    @Transactional
    public CaseFile split(CaseId id, int revision, Wish wish) {
        Callers.require(Permission.CASE_HANDLE);
        String why =
                FreeText.required(
                        wish.reason(),
                        LONGEST_REASON,
                        "cases.reason-missing",
                        "cases.note-too-long");
        refuseHeld(store.get(id));
        CaseFile from = mine(store.locked(id));
        CaseClosing.refuseClosed(from);
        CaseClosing.refuseChanged(from, revision);
        var along =
                new Parts(distinct(wish.notes()), distinct(wish.tasks()), distinct(wish.pieces()));
        if (along.isNothing()) {
            throw new Refused("cases.split-nothing");
        }
        refuseNotThere(from, along);
        CaseFile into = cases.open(opening(from, wish));
        go(along, id, into.id());
        Instant now = clock.instant();
        rows.link(into.id(), id, now);
        rows.insert(id, into, along, why, now);
        store.heard(id, change(now));
        trail.inside(from, Step.of("cases.split-off", said(into, why), "CASE", key(into)));
        trail.inside(into, Step.of("cases.split-from", said(from, why), "CASE", key(from)));
        return into;
    }

    /** Whether the case was split off and nothing happened in it since, so that it can go back. */
    @Transactional(readOnly = true)
    public Optional<CaseId> canUndo(CaseId into) {
        Callers.require(Permission.CASE_HANDLE);
        CaseFile file = store.get(into);
        return rows.of(into)
                .filter(splitting -> !file.isClosed() && untouched(file, splitting))
                .map(Splitting::from);
    }

    /** Puts everything back where it came from and cancels the new case; gives the old one. */
    @Transactional
    public CaseId undo(CaseId into) {
        Callers.require(Permission.CASE_HANDLE);
        CaseFile seen = mine(store.get(into));
        CaseId back = splitting(into).from();
        refuseHeld(seen);
        CaseFile from = mine(store.locked(back));
        CaseFile file = mine(store.locked(into));
        Splitting splitting = splitting(into);
        if (from.isClosed()) {
            throw new Refused("cases.unsplit-closed", from.number().display());
        }
        if (file.isClosed() || !untouched(file, splitting)) {
            throw new Refused("cases.unsplit-touched", file.number().display());
        }
        go(splitting.parts(), into, back);
        Instant now = clock.instant();
        rows.undone(splitting, now);
        store.heard(back, change(now));
        trail.inside(from, Step.of("cases.unsplit", file.number().display()));
        transfers.cancel(into, from.number().display());
        return back;
    }

    private void go(Parts along, CaseId from, CaseId to) {
        rows.take(along.notes(), from, to);
        contents.take(along.tasks(), from, to);
        pieces.go(along.pieces(), from, to);
    }

    /** For the same customer and unit, received on the same day, and at least as confidential. */
    private static OpenCase opening(CaseFile from, Wish wish) {
        return new OpenCase(
                wish.type(),
                wish.subject(),
                "",
                from.customer().party(),
                from.placement().unit(),
                new OpenCase.Intake(
                        from.intake().channel(), from.term().startsOn(), Optional.empty()),
                Optional.of(from.matter().confidentiality()));
    }

    private void refuseNotThere(CaseFile from, Parts along) {
        if (along.notes().size() + along.tasks().size() + along.pieces().size() > MOST) {
            throw new Refused("cases.split-many", MOST);
        }
        List<UUID> tasks =
                contents.stillOpen(from.id()).stream()
                        .filter(CaseSplits::isForPeople)
                        .map(CaseTask::id)
                        .toList();
        boolean there =
                rows.notesOf(from.id()).containsAll(along.notes())
                        && tasks.containsAll(along.tasks())
                        && pieces.of(from.id()).containsAll(along.pieces());
        if (!there) {
            throw new NotFound("cases.split-part");
        }
    }

    /** Whether somebody can take a task along: what a person does, and nobody else must agree. */
    public static boolean isForPeople(CaseTask task) {
        TaskKind kind = task.work().kind();
        return kind.by() == TaskKind.By.PERSON && kind != TaskKind.APPROVE && !task.mandatory();
    }

    /** Nothing came to it, was done in it or was changed in it. */
    private boolean untouched(CaseFile file, Splitting splitting) {
        Parts along = splitting.parts();
        List<UUID> open = contents.stillOpen(file.id()).stream().map(CaseTask::id).toList();
        boolean nothingDone =
                contents.since(file).stream().noneMatch(task -> task.done().isPresent());
        return file.progress().revision() == splitting.revision()
                && nothingDone
                && open.containsAll(along.tasks())
                && rows.notesOf(file.id()).equals(new HashSet<>(along.notes()))
                && pieces.of(file.id()).equals(Set.copyOf(along.pieces()));
    }

    private void refuseHeld(CaseFile file) {
        if (holds.stream().anyMatch(hold -> hold.isHeld(file.id()))) {
            throw new Refused("cases.merge-held", file.number().display());
        }
    }

    private CaseFile mine(CaseFile file) {
        parts.ownFile().refuse(file.customer().party().stream().toList());
        sight.refuseEmergency(file);
        return file;
    }

    private Splitting splitting(CaseId into) {
        return rows.of(into).orElseThrow(() -> new Refused("cases.unsplit-none"));
    }

    private static CaseFile.Changed change(Instant now) {
        return new CaseFile.Changed(now, Callers.current().name());
    }

    private static List<UUID> distinct(List<UUID> ids) {
        return ids.stream().distinct().toList();
    }

    private static String said(CaseFile other, String why) {
        String said = other.number().display() + " · " + why;
        return said.length() <= SUMMARY ? said : said.substring(0, SUMMARY) + "…";
    }

    private static UUID key(CaseFile file) {
        return file.id().value();
    }
}
