// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Purpose;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.CaseLine;
import be.onthaal.cases.Cases;
import be.onthaal.common.Brussels;
import be.onthaal.common.FileNames;
import be.onthaal.common.NotFound;
import be.onthaal.documents.Document;
import be.onthaal.documents.DocumentId;
import be.onthaal.documents.DocumentVersion;
import be.onthaal.documents.NewDocument;
import be.onthaal.documents.Upload;
import be.onthaal.mail.CaseAttachment;
import be.onthaal.notifications.Live;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Steps with documents: one commit each, after which open pages of their cases look again. */
@Component
class DocumentSteps {

    private final DocumentModules modules;
    private final Cases cases;
    private final Live live;
    private final TransactionOperations transactions;
    private final Clock clock;

    DocumentSteps(
            DocumentModules modules,
            Cases cases,
            Live live,
            TransactionOperations transactions,
            Clock clock) {
        this.modules = modules;
        this.cases = cases;
        this.live = live;
        this.transactions = transactions;
        this.clock = clock;
    }

    void run(DocumentId id, Runnable step) {
        Purposes.run(
                Purpose.CASE,
                () ->
                        transactions.executeWithoutResult(status -> {
                            List<CaseLine> held = modules.links().casesOf(id);
                            step.run();
                            held.forEach(file -> live.changed("case-" + file.id()));
                        }));
    }

    void inCase(CaseId id, Runnable step) {
        Purposes.run(
                Purpose.CASE,
                () ->
                        transactions.executeWithoutResult(status -> {
                            step.run();
                            live.changed("case-" + id);
                        }));
    }

    /** Adds each file as a document; one alone may be given a title. */
    void add(CaseId id, Fields fields, List<Upload> files) {
        String title = files.size() == 1 ? fields.text("title", Fields.SUBJECT) : "";
        for (Upload file : files) {
            String called = title.isBlank() ? titled(file.name()) : title;
            modules.documents()
                    .add(
                            id,
                            new NewDocument(
                                    about(fields, called), Optional.empty(), Optional.empty()),
                            file);
        }
    }

    /** Keeps a file that came with a mail of the case as a document of it. */
    void keep(CaseId id, UUID part) {
        CaseFile file = cases.get(id).file();
        CaseAttachment attachment =
                modules
                        .attachments()
                        .of(id.value(), CaseMail.origin(file).stream().toList())
                        .stream()
                        .filter(one -> one.id().value().equals(part))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("desk.attachment"));
        var about =
                new Document.About(
                        titled(attachment.name()),
                        Optional.empty(),
                        Document.Direction.IN,
                        Brussels.date(attachment.at()),
                        attachment.from(),
                        "nl");
        modules.documents()
                .add(
                        id,
                        new NewDocument(about, Optional.empty(), Optional.empty()),
                        new DocumentVersion.FileFacts(
                                attachment.name(),
                                attachment.type(),
                                attachment.size(),
                                attachment.digest()));
    }

    /** Deletes a draft; tells the cases that held it. */
    List<CaseId> delete(DocumentId id) {
        return Purposes.during(
                Purpose.CASE,
                () ->
                        Objects.requireNonNull(
                                transactions.execute(status -> {
                                    List<CaseId> held =
                                            modules.links().casesOf(id).stream()
                                                    .map(CaseLine::id)
                                                    .toList();
                                    modules.documents().delete(id);
                                    held.forEach(file -> live.changed("case-" + file));
                                    return held;
                                })));
    }

    /** What somebody said of a document. */
    Document.About about(Fields fields, String title) {
        return new Document.About(
                title,
                fields.optional("documentKind", 100),
                Stream.of(Document.Direction.values())
                        .filter(one -> one.name().equals(fields.text("direction", 20)))
                        .findFirst()
                        .orElse(Document.Direction.INTERNAL),
                fields.day("dated").orElseGet(() -> Brussels.today(clock)),
                fields.text("author", Fields.LINE),
                fields.optional("documentLanguage", 2).orElse("nl"));
    }

    /** A name without what it ends with is a fair title. */
    private static String titled(String name) {
        String safe = FileNames.safe(name);
        int dot = safe.lastIndexOf('.');
        String title = (dot > 0 ? safe.substring(0, dot) : safe).replace('_', ' ').strip();
        return title.isEmpty() ? safe : title;
    }
}
