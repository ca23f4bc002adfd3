// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.scanning;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.audit.Audit;
import be.onthaal.common.FreeText;
import be.onthaal.common.NotFound;
import be.onthaal.common.Refused;
import be.onthaal.database.Ids;
import be.onthaal.notifications.Live;
import be.onthaal.party.OwnFile;
import be.onthaal.scanning.internal.PieceStore;
import be.onthaal.scanning.internal.SheetStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Putting right what a scanner or a sheet got wrong, while a piece waits. */
@Service
public class Trays {

    private static final int LONGEST_REASON = 500;

    private final PieceStore pieces;
    private final SheetStore sheets;
    private final OwnFile ownFile;
    private final Audit audit;
    private final Live live;
    private final Clock clock;

    Trays(
            PieceStore pieces,
            SheetStore sheets,
            OwnFile ownFile,
            Audit audit,
            Live live,
            Clock clock) {
        this.pieces = pieces;
        this.sheets = sheets;
        this.ownFile = ownFile;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
    }

    /** Has a sheet read again, turned to the right by so many degrees; none reads it as it is. */
    @Transactional
    public void turn(UUID id, int revision, UUID sheet, int degrees) {
        ScannedPiece piece = held(id, revision);
        if (degrees < 0 || degrees > 270 || degrees % 90 != 0) {
            throw new Refused("scanning.turn-wrong");
        }
        Sheet turned = sheets.get(id, sheet);
        sheets.turn(sheet, (turned.turned() + degrees) % 360);
        pieces.remake(id, piece.pages());
        changed("scanning.turned", piece);
    }

    /** It is the end of the piece before it, in the same stack; gives that piece. */
    @Transactional
    public UUID join(UUID id, int revision) {
        ScannedPiece piece = held(id, revision);
        ScannedPiece before =
                pieces.openOf(piece.stack()).stream()
                        .filter(other -> other.firstSheet() < piece.firstSheet())
                        .reduce((one, next) -> next)
                        .orElseThrow(() -> new Refused("scanning.nothing-before"));
        ScannedPiece first = held(before.id(), before.revision());
        if (first.placement().confidentiality() != piece.placement().confidentiality()
                || first.placement().unopened() != piece.placement().unopened()) {
            throw new Refused("scanning.join-levels");
        }
        List<UUID> moved = sheets.ofPiece(id).stream().map(Sheet::id).toList();
        sheets.give(moved, first.id());
        pieces.remake(first.id(), first.pages() + moved.size());
        pieces.settle(id, ScannedPiece.State.JOINED, "", Callers.current().name(), clock.instant());
        changed("scanning.joined", piece);
        return first.id();
    }

    /** Another piece begins at this sheet, for the same unit and as confidential. */
    @Transactional
    public void split(UUID id, int revision, UUID sheet) {
        ScannedPiece piece = held(id, revision);
        List<Sheet> all = sheets.ofPiece(id);
        Sheet first = sheets.get(id, sheet);
        List<Sheet> rest = all.stream().filter(other -> other.number() >= first.number()).toList();
        if (rest.size() == all.size()) {
            throw new Refused("scanning.split-first");
        }
        UUID next = Ids.next();
        pieces.insert(
                new ScannedPiece(
                        next,
                        piece.stack(),
                        first.number(),
                        ScannedPiece.State.MAKING,
                        "",
                        piece.placement(),
                        ScannedPiece.Proposal.NONE,
                        "",
                        rest.size(),
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        sheets.give(rest.stream().map(Sheet::id).toList(), next);
        pieces.remake(id, all.size() - rest.size());
        changed("scanning.split", piece);
    }

    /** Throws it away; the reason stays with it and in the log, and its sheets for a month. */
    @Transactional
    public void discard(UUID id, int revision, String reason) {
        ScannedPiece piece = held(id, revision);
        String why =
                FreeText.required(
                        reason, LONGEST_REASON, "scanning.reason-missing", "scanning.reason-long");
        pieces.settle(
                id, ScannedPiece.State.DISCARDED, why, Callers.current().name(), clock.instant());
        audit.record(Scans.event("scanning.discarded", piece).with("reason", why));
        live.changed("scans");
    }

    /** What was thrown away lately and may be taken back, the last first. */
    @Transactional(readOnly = true)
    public List<Discarded> discarded() {
        Callers.require(Permission.POST_HANDLE);
        return pieces.discarded();
    }

    /** A piece that was thrown away, by whom and why. */
    public record Discarded(UUID id, int pages, String reason, String by, java.time.Instant at) {}

    /** Takes back what was thrown away. */
    @Transactional
    public void takeBack(UUID id) {
        Callers.require(Permission.POST_HANDLE);
        ScannedPiece piece = pieces.locked(id);
        ownFile.refuse(piece.proposal().party().stream().toList());
        if (piece.state() != ScannedPiece.State.DISCARDED) {
            throw new NotFound("scanning.piece");
        }
        pieces.remake(id, piece.pages());
        changed("scanning.taken-back", piece);
    }

    private ScannedPiece held(UUID id, int revision) {
        Callers.require(Permission.POST_HANDLE);
        ScannedPiece piece = pieces.locked(id);
        ownFile.refuse(piece.proposal().party().stream().toList());
        if (!piece.isOpen() || piece.revision() != revision) {
            throw new Refused("scanning.changed");
        }
        return piece;
    }

    private void changed(String action, ScannedPiece piece) {
        audit.record(Scans.event(action, piece));
        live.changed("scans");
    }
}
