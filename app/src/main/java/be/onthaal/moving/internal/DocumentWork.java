// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal;

import be.onthaal.cases.CaseId;
import be.onthaal.common.Digest;
import be.onthaal.common.Refused;
import be.onthaal.database.Ids;
import be.onthaal.moving.internal.reading.Cells;
import be.onthaal.moving.internal.reading.Sheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Files come in with the case they belong to. */
@Component
class DocumentWork implements SheetWork {

    private static final int LONGEST_TITLE = 500;

    private final BroughtDocuments documents;
    private final Touched touched;

    DocumentWork(BroughtDocuments documents, Touched touched) {
        this.documents = documents;
        this.touched = touched;
    }

    @Override
    public Sheet sheet() {
        return Sheet.DOCUMENTS;
    }

    @Override
    public Line.Outcome bring(Line line, Run run) {
        Cells cells = line.cells();
        String key = cells.required("case");
        Run.Named named =
                run.find(Sheet.CASES, key).orElseThrow(() -> new Refused("moving.case-unknown"));
        Path file = run.staging().document(cells.required("file"));
        String title = cells.optional("title").orElse(file.getFileName().toString());
        if (title.length() > LONGEST_TITLE) {
            throw new Refused("moving.title-too-long", LONGEST_TITLE);
        }
        Optional<LocalDate> date = cells.date("date");
        byte[] bytes = bytes(file);
        if (named.id().isEmpty() || !run.forReal()) {
            return Line.Outcome.of(Verdict.NEW);
        }
        var piece =
                new MovedDocument(
                        Ids.next(),
                        new CaseId(named.id().get()),
                        title,
                        file.getFileName().toString(),
                        date,
                        Digest.of(bytes),
                        bytes.length);
        return documents.add(piece, bytes)
                ? Line.Outcome.of(Verdict.NEW, piece.id())
                : Line.Outcome.of(Verdict.SKIPPED, "moving.row-there");
    }

    @Override
    public void undo(Line line, Run run) {
        UUID id = line.outcome().flatMap(Line.Outcome::ref).orElseThrow();
        touched.refuseSubject(documents.get(id).caseId().value(), run);
        documents.remove(id);
    }

    private static byte[] bytes(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length == 0) {
                throw new Refused("moving.document-empty");
            }
            return bytes;
        } catch (IOException unreadable) {
            throw new Refused("moving.document-missing");
        }
    }
}
