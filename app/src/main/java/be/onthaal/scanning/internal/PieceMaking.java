// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.scanning.internal;

import be.onthaal.access.UnitId;
import be.onthaal.common.Digest;
import be.onthaal.database.Outage;
import be.onthaal.notifications.Live;
import be.onthaal.scanning.ScannedPiece;
import be.onthaal.scanning.Sheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Makes the document of each piece, and what is proposed for it; each in a commit of its own. */
@Component
class PieceMaking {

    private static final Logger log = LoggerFactory.getLogger(PieceMaking.class);
    private static final int LONGEST_TEXT = 200_000;

    private final PieceStore pieces;
    private final SheetStore sheets;
    private final Proposing proposing;
    private final Tesseract tesseract;
    private final be.onthaal.files.Files files;
    private final Live live;
    private final TransactionOperations transactions;
    private final Clock clock;

    PieceMaking(
            PieceStore pieces,
            SheetStore sheets,
            Proposing proposing,
            Tesseract tesseract,
            be.onthaal.files.Files files,
            Live live,
            TransactionOperations transactions,
            Clock clock) {
        this.pieces = pieces;
        this.sheets = sheets;
        this.proposing = proposing;
        this.tesseract = tesseract;
        this.files = files;
        this.live = live;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Waiting(ScannedPiece piece, List<Sheet> sheets) {

        /** Whether one of its sheets must be read again first. */
        boolean unread() {
            return sheets.stream().anyMatch(sheet -> sheet.state() == Sheet.State.WAITING);
        }

        boolean unreadable() {
            return sheets.stream().noneMatch(sheet -> sheet.picture().isPresent());
        }
    }

    /** Makes all that can be made now; gives how many. */
    int make() {
        int made = 0;
        for (UUID id : asked(pieces::toMake)) {
            Waiting waiting = asked(() -> new Waiting(pieces.get(id), sheets.ofPiece(id)));
            if (waiting.unread() || waiting.piece().state() != ScannedPiece.State.MAKING) {
                continue;
            }
            if (waiting.unreadable()) {
                leave(waiting, waiting.sheets().getFirst().reason());
            } else {
                tryToMake(waiting);
            }
            made++;
        }
        return made;
    }

    /** Nobody could read it: somebody must look. */
    private void leave(Waiting waiting, String reason) {
        transactions.executeWithoutResult(status -> {
            ScannedPiece now = pieces.locked(waiting.piece().id());
            if (now.state() == ScannedPiece.State.MAKING
                    && now.revision() == waiting.piece().revision()) {
                pieces.unreadable(now.id(), reason);
                live.changed("scans");
            }
        });
    }

    /** One of which no document can be made keeps nobody from the next one. */
    private void tryToMake(Waiting waiting) {
        try {
            make(waiting);
        } catch (IOException | RuntimeException failure) {
            if (failure instanceof RuntimeException away && Outage.isBehind(away)) {
                throw away;
            }
            log.warn("Of a scan no document could be made", failure);
            leave(waiting, "damaged");
        }
    }

    private void make(Waiting waiting) throws IOException {
        Path file = Files.createTempFile("onthaal-scan", ".pdf");
        try {
            SearchablePdf.write(
                    file,
                    "Scan " + waiting.piece().firstSheet(),
                    clock.instant(),
                    waiting.sheets(),
                    sheet -> files.read(sheet.picture().orElseThrow()));
            transactions.executeWithoutResult(status -> {
                if (keep(waiting, file)) {
                    live.changed("scans");
                } else {
                    status.setRollbackOnly();
                }
            });
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private boolean keep(Waiting waiting, Path file) {
        ScannedPiece piece = waiting.piece();
        String text = text(waiting.sheets());
        var content = files.keep(() -> Files.newInputStream(file));
        Optional<Digest> picture =
                waiting.sheets().stream().flatMap(sheet -> sheet.picture().stream()).findFirst();
        Proposing.Proposed proposed =
                piece.placement().unopened()
                        ? new Proposing.Proposed(ScannedPiece.Proposal.NONE, Optional.empty())
                        : proposing.of(text);
        Optional<UnitId> unit = piece.placement().covered() ? Optional.empty() : proposed.unit();
        return pieces.made(
                piece,
                new ScannedPiece.Made(content.digest(), content.size(), picture),
                proposed.proposal(),
                unit,
                text,
                reason(waiting.sheets()));
    }

    /** Why it has no words, or not all of them. */
    private String reason(List<Sheet> all) {
        if (!tesseract.isThere()) {
            return "no-tesseract";
        }
        return all.stream()
                .map(Sheet::reason)
                .filter(said -> !said.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String text(List<Sheet> sheets) {
        String text =
                sheets.stream()
                        .map(Sheet::text)
                        .filter(said -> !said.isBlank())
                        .collect(Collectors.joining("\n\n"));
        return text.substring(0, Math.min(LONGEST_TEXT, text.length()));
    }

    private <T> T asked(java.util.function.Supplier<T> question) {
        return Objects.requireNonNull(transactions.execute(status -> question.get()));
    }
}
