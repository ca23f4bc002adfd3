// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.Cases;
import be.onthaal.common.Page;
import be.onthaal.common.PageRequest;
import be.onthaal.documents.DocumentId;
import be.onthaal.documents.DocumentLine;
import be.onthaal.documents.DocumentLinks;
import be.onthaal.documents.DocumentVersion;
import be.onthaal.documents.Documents;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads documents, with the consultation of them in the same transaction. */
@Service
class DocumentReadings {

    private final Documents documents;
    private final DocumentLinks links;
    private final Cases cases;
    private final Audit audit;

    DocumentReadings(Documents documents, DocumentLinks links, Cases cases, Audit audit) {
        this.documents = documents;
        this.links = links;
        this.cases = cases;
        this.audit = audit;
    }

    @Transactional
    Page<DocumentLine> ofCase(CaseId id, PageRequest page) {
        CaseFile file = cases.get(id).file();
        Page<DocumentLine> lines = links.list(id, page);
        var subject =
                AuditEvent.Subject.of(
                                "CASE",
                                id.value(),
                                file.matter().confidentiality(),
                                file.placement().unit())
                        .inCase(id.value());
        audit.consulted(
                AuditEvent.of("documents.listed", subject)
                        .about(
                                file.customer().party().map(party -> party.value()).stream()
                                        .toList())
                        .with("number", file.number().display()));
        return lines;
    }

    @Transactional
    DocumentLine get(DocumentId id) {
        DocumentLine line = documents.get(id);
        documents.consulted(line.document());
        return line;
    }

    @Transactional
    List<DocumentVersion> versions(DocumentId id) {
        documents.consulted(documents.get(id).document());
        return documents.versions(id);
    }
}
