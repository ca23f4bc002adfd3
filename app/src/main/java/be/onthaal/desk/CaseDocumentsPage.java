// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.cases.CaseFile;
import be.onthaal.cases.model.DocumentKind;
import be.onthaal.common.Page;
import be.onthaal.documents.DocumentLine;
import be.onthaal.mail.CaseAttachment;
import java.util.List;

/** The documents of a case, and what came with its mail. */
public record CaseDocumentsPage(
        CaseFile file,
        Page<DocumentLine> lines,
        List<CaseAttachment> attachments,
        List<DocumentKind> kinds,
        boolean adds) {

    /** Whether a file of a mail is among the documents on this page already. */
    public boolean kept(CaseAttachment attachment) {
        return lines.rows().stream()
                .anyMatch(line -> line.version().file().digest().equals(attachment.digest()));
    }
}
