// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents;

import be.onthaal.access.Callers;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseLines;
import be.onthaal.common.Digest;
import be.onthaal.common.FileNames;
import be.onthaal.common.Refused;
import be.onthaal.documents.internal.reader.ContentType;
import be.onthaal.documents.spi.VirusCheck;
import be.onthaal.files.Files;
import be.onthaal.outbox.Effect;
import be.onthaal.outbox.Outbox;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes files in: safe names, true types, and work that begins when the bytes are safe. */
@Component
class DocumentIntake {

    static final String CHECK = "documents.check";
    static final String READ = "documents.read";
    static final String FORGET = "documents.forget-file";

    private final DocumentStore documents;
    private final DocumentTrail trail;
    private final CaseLines cases;
    private final Files files;
    private final VirusCheck viruses;
    private final Outbox outbox;
    private final Clock clock;

    DocumentIntake(
            DocumentStore documents,
            DocumentTrail trail,
            CaseLines cases,
            Files files,
            VirusCheck viruses,
            Outbox outbox,
            Clock clock) {
        this.documents = documents;
        this.trail = trail;
        this.cases = cases;
        this.files = files;
        this.viruses = viruses;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Keeps the bytes; what is empty or too large is refused. */
    DocumentVersion.FileFacts take(Upload file) {
        if (file.size() <= 0) {
            throw new Refused("documents.empty");
        }
        if (file.size() > Upload.LARGEST) {
            throw new Refused("documents.too-large");
        }
        String safe = FileNames.safe(file.name());
        String type = type(file, safe);
        Files.Content kept = files.keep(file.bytes());
        return new DocumentVersion.FileFacts(
                safe.isEmpty() ? FileNames.invented(1, type) : safe,
                type,
                kept.size(),
                kept.digest());
    }

    private static String type(Upload file, String name) {
        try (InputStream bytes = file.bytes().open()) {
            return ContentType.of(bytes.readNBytes(ContentType.HEAD), name);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The first version of a document that is not in a case yet. */
    void first(DocumentId id, DocumentVersion.FileFacts file) {
        next(id, 1, file, "");
    }

    /** A version, and the work on it. */
    VersionId next(DocumentId id, int number, DocumentVersion.FileFacts file, String why) {
        VersionId version = documents.insert(id, number, file, why, viruses.isThere());
        if (viruses.isThere()) {
            send(CHECK, version, Map.of("version", version.toString()));
        }
        send(READ, version, Map.of("version", version.toString()));
        return version;
    }

    /** The bytes that somebody brought before stay until they have their document. */
    void stillKept(DocumentVersion.FileFacts file) {
        files.stillKept(file.digest());
    }

    /** The case is told what was written; whoever added it may not be cleared to see it himself. */
    void told(DocumentId id, NewDocument command, Document.Placement placement, CaseFile held) {
        String me = Callers.current().name();
        Instant now = clock.instant();
        var added =
                new Document(
                        id,
                        command.about(),
                        placement,
                        Document.Status.DRAFT,
                        command.annexOf(),
                        Optional.empty(),
                        new Document.Progress(1, 1, 0, now, me, new Document.Change(now, me)),
                        Optional.empty());
        cases.of(List.of(held.id())).forEach(file -> trail.step(added, "documents.added", file));
    }

    /** Its files go when nothing else names them. */
    void forgetFiles(DocumentId id) {
        for (Digest file : documents.files(id)) {
            outbox.send(
                    new Effect(
                            FORGET,
                            FORGET + "/" + id + "/" + file.hex(),
                            Map.of("file", file.hex())));
        }
    }

    private void send(String kind, VersionId version, Map<String, String> payload) {
        outbox.send(new Effect(kind, kind + "/" + version, payload));
    }
}
