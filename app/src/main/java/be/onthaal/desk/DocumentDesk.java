// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.audit.LogLine;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.CaseLine;
import be.onthaal.cases.CaseStatus;
import be.onthaal.cases.Cases;
import be.onthaal.cases.model.DocumentKind;
import be.onthaal.common.NotFound;
import be.onthaal.common.Page;
import be.onthaal.common.PageRequest;
import be.onthaal.common.PublicNumber;
import be.onthaal.documents.Document;
import be.onthaal.documents.DocumentId;
import be.onthaal.documents.DocumentLine;
import be.onthaal.documents.DocumentVersion;
import be.onthaal.documents.Documents;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers a document, and the documents of a case. */
@Service
class DocumentDesk {

    private static final int SHOWN_TEXT = 20_000;

    private final DocumentModules modules;
    private final Cases cases;
    private final Audit audit;
    private final Lists lists;
    private final Clock clock;

    DocumentDesk(DocumentModules modules, Cases cases, Audit audit, Lists lists, Clock clock) {
        this.modules = modules;
        this.cases = cases;
        this.audit = audit;
        this.lists = lists;
        this.clock = clock;
    }

    /** The document as somebody looks at it, with the consultation logged. */
    @Transactional
    DocumentPage show(DocumentId id, Optional<Integer> number, int page) {
        DocumentLine line = modules.documents().get(id);
        Document document = line.document();
        List<DocumentVersion> versions = modules.documents().versions(id);
        Documents.Text shown = modules.documents().text(id, number.orElse(line.version().number()));
        List<CaseLine> held = modules.links().casesOf(id);
        List<DocumentLine> annexes = modules.links().annexesOf(id);
        modules.documents().consulted(document);
        return new DocumentPage(
                document,
                new DocumentPage.Shown(
                        shown.version(),
                        Math.clamp(page, 1, Math.max(1, shown.version().reading().pages())),
                        shown.text().substring(0, Math.min(SHOWN_TEXT, shown.text().length()))),
                versions,
                held,
                annexes,
                choices(document, held));
    }

    private DocumentPage.Choices choices(Document document, List<CaseLine> held) {
        Caller caller = Callers.current();
        boolean handles = caller.may(Permission.CASE_HANDLE);
        boolean kept =
                document.lock()
                        .filter(lock -> lock.keepsOut(caller.account(), clock.instant()))
                        .isPresent();
        boolean mine =
                document.lock()
                        .filter(lock -> lock.holder().equals(caller.account()))
                        .filter(lock -> lock.until().isAfter(clock.instant()))
                        .isPresent();
        boolean closed = held.stream().anyMatch(file -> file.status() == CaseStatus.CLOSED);
        List<DocumentKind> kinds =
                held.stream()
                        .flatMap(file ->
                                lists
                                        .caseType(file.traits().typeId())
                                        .definition()
                                        .documents()
                                        .stream())
                        .distinct()
                        .toList();
        return new DocumentPage.Choices(
                kinds,
                lists.unitNames().getOrDefault(document.placement().unit(), ""),
                handles,
                handles && !kept && !closed && !document.isFinal(),
                mine,
                handles && caller.coordinates(document.placement().unit()),
                caller.may(Permission.AUDIT_VIEW));
    }

    /** All documents of a case, and the files that came with its mail. */
    @Transactional
    CaseDocumentsPage list(CaseId id, int number) {
        CaseFile file = cases.get(id).file();
        Page<DocumentLine> lines =
                modules.links().list(id, PageRequest.nearest(number, PageRequest.USUAL_SIZE));
        var attachments =
                modules.attachments().of(id.value(), CaseMail.origin(file).stream().toList());
        audit.consulted(
                AuditEvent.of("documents.listed", subject(file))
                        .about(
                                file.customer().party().map(party -> party.value()).stream()
                                        .toList())
                        .with("number", file.number().display()));
        boolean handles = Callers.current().may(Permission.CASE_HANDLE) && !file.isClosed();
        return new CaseDocumentsPage(
                file,
                lines,
                attachments,
                lists.caseType(file.matter().typeId()).definition().documents(),
                handles,
                handles
                        ? lines.rows().stream()
                                .filter(this::changes)
                                .map(line -> line.document().id())
                                .collect(Collectors.toSet())
                        : Set.of());
    }

    private boolean changes(DocumentLine line) {
        boolean kept =
                line.document()
                        .lock()
                        .filter(lock -> lock.keepsOut(Callers.current().account(), clock.instant()))
                        .isPresent();
        return !kept && !line.document().isFinal() && !line.version().isSealed();
    }

    /** The text of two versions beside each other, with the consultation logged. */
    @Transactional
    ComparedPage compare(DocumentId id, Optional<Integer> from, Optional<Integer> to) {
        DocumentLine line = modules.documents().get(id);
        int last = line.document().progress().versions();
        Documents.Text newer = modules.documents().text(id, to.orElse(last));
        Documents.Text older =
                modules.documents()
                        .text(id, from.orElse(Math.max(1, newer.version().number() - 1)));
        modules.documents().consulted(line.document());
        return new ComparedPage(
                line.document(),
                older.version(),
                newer.version(),
                WordDifference.between(older.text(), newer.text()));
    }

    /** Who saw and did what with a document; who reads it is in the log too. */
    @Transactional
    DocumentLogPage log(DocumentId id, int number) {
        var question =
                new Audit.Question(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(id.value()),
                        Optional.empty(),
                        Optional.empty());
        Page<LogLine> lines =
                audit.list(question, PageRequest.nearest(number, PageRequest.USUAL_SIZE));
        if (lines.rows().isEmpty()) {
            throw new NotFound("documents.document");
        }
        audit.consulted(
                AuditEvent.of(
                        "audit.viewed",
                        AuditEvent.Subject.of("LOG", Callers.current().authority().value())));
        return new DocumentLogPage(id, lines);
    }

    /** Another case, by its number, holds it too. */
    @Transactional
    void link(DocumentId id, String number) {
        modules.documents().admit(id);
        CaseFile other =
                PublicNumber.parse(number)
                        .flatMap(cases::findByNumber)
                        .orElseThrow(() -> new NotFound("cases.case"));
        modules.links().link(id, other.id());
    }

    private static AuditEvent.Subject subject(CaseFile file) {
        return AuditEvent.Subject.of(
                        "CASE",
                        file.id().value(),
                        file.matter().confidentiality(),
                        file.placement().unit())
                .inCase(file.id().value());
    }
}
