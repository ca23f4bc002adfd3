// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.cases.CaseFile;
import be.onthaal.cases.model.DocumentKind;
import be.onthaal.common.Page;
import be.onthaal.documents.DocumentId;
import be.onthaal.documents.DocumentLine;
import be.onthaal.documents.OfficeKind;
import be.onthaal.mail.CaseAttachment;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The documents of a case, and what came with its mail.
 *
 * @param changes those that nobody keeps the reader from changing
 */
public record CaseDocumentsPage(
        CaseFile file,
        Page<DocumentLine> lines,
        List<CaseAttachment> attachments,
        List<DocumentKind> kinds,
        boolean adds,
        Set<DocumentId> changes) {

    /** In which program a document is opened to edit; of both that of the maker of its format. */
    public Optional<String> program(DocumentLine line) {
        String name = line.version().file().name();
        return changes.contains(line.document().id())
                ? OfficeKind.of(name)
                        .map(kind -> openDocument(line) ? "LibreOffice" : kind.microsoft())
                : Optional.empty();
    }

    /** Whether LibreOffice made it. */
    public boolean openDocument(DocumentLine line) {
        return OfficeKind.isOpenDocument(line.version().file().name());
    }

    /** Whether a file of a mail is among the documents on this page already. */
    public boolean kept(CaseAttachment attachment) {
        return lines.rows().stream()
                .anyMatch(line -> line.version().file().digest().equals(attachment.digest()));
    }
}
