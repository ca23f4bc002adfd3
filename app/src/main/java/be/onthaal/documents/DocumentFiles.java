// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.audit.Audit;
import be.onthaal.common.NotFound;
import be.onthaal.common.Refused;
import be.onthaal.documents.DocumentVersion.CheckState;
import be.onthaal.files.Files;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The bytes of documents, for people: each of them writes down who took or saw what. */
@Service
public class DocumentFiles {

    private static final Duration ONE_VIEW = Duration.ofMinutes(10);

    private final DocumentStore documents;
    private final DocumentTrail trail;
    private final Audit audit;
    private final Files files;
    private final DocumentSettings settings;
    private final Clock clock;

    DocumentFiles(
            DocumentStore documents,
            DocumentTrail trail,
            Audit audit,
            Files files,
            DocumentSettings settings,
            Clock clock) {
        this.audit = audit;
        this.clock = clock;
        this.documents = documents;
        this.trail = trail;
        this.files = files;
        this.settings = settings;
    }

    /** A version and its bytes, to read once; whoever gets it closes it. */
    public record Opened(DocumentVersion version, InputStream bytes) {}

    /** A version to take along. */
    @Transactional
    public Opened download(DocumentId id, int number) {
        Callers.require(Permission.CASE_VIEW);
        DocumentLine line = documents.get(id);
        DocumentVersion version = version(id, number);
        trail.consulted(
                line.document(), "documents.downloaded", Map.of("version", String.valueOf(number)));
        return new Opened(version, files.open(version.file().digest()));
    }

    /** Writes down that somebody opens a version in a program of his own, if anybody may. */
    @Transactional
    public void handOver(DocumentId id, int number) {
        Callers.require(Permission.CASE_HANDLE);
        DocumentLine line = documents.get(id);
        version(id, number);
        trail.consulted(
                line.document(),
                "documents.opened-to-edit",
                Map.of("version", String.valueOf(number)));
    }

    /** A version for a program that works on it; asked again for the same, it is no second view. */
    @Transactional
    public Opened edit(DocumentId id, int number, boolean again) {
        Callers.require(Permission.CASE_HANDLE);
        if (!again) {
            handOver(id, number);
        }
        DocumentVersion version = version(id, number);
        return new Opened(version, files.open(version.file().digest()));
    }

    /** Refuses to begin with many when one of them is sealed or must wait. */
    @Transactional(readOnly = true)
    public void refuseUnready(Collection<DocumentLine> lines) {
        long sealed = lines.stream().filter(line -> line.version().isSealed()).count();
        if (sealed > 0) {
            throw new Refused("documents.zip-sealed", sealed);
        }
        lines.forEach(line -> refuseUnready(line.version()));
    }

    /** A version to show in pictures of its pages; the bytes themselves go to no browser. */
    @Transactional
    public Opened preview(DocumentId id, int number) {
        Callers.require(Permission.CASE_VIEW);
        DocumentVersion version = shown(id, number);
        return new Opened(version, files.open(version.file().digest()));
    }

    /** The first page as it was drawn when the version was read, if it was. */
    @Transactional
    public Optional<byte[]> firstPage(DocumentId id, int number) {
        Callers.require(Permission.CASE_VIEW);
        DocumentVersion version = shown(id, number);
        return version.reading().picture().map(files::read);
    }

    /** The pages of what somebody has before him are one view, and one line in the log. */
    private DocumentVersion shown(DocumentId id, int number) {
        DocumentLine line = documents.get(id);
        DocumentVersion version = version(id, number);
        if (!audit.hasConsulted(id.value(), clock.instant().minus(ONE_VIEW))) {
            trail.consulted(
                    line.document(),
                    "documents.previewed",
                    Map.of("version", String.valueOf(number)));
        }
        return version;
    }

    /** The version, unless it is sealed or must wait. */
    private DocumentVersion version(DocumentId id, int number) {
        DocumentVersion version =
                documents.version(id, number).orElseThrow(() -> new NotFound("documents.version"));
        refuseUnready(version);
        return version;
    }

    private void refuseUnready(DocumentVersion version) {
        if (version.isSealed()) {
            throw new Refused("documents.infected", version.check().finding());
        }
        if (settings.waitForCheck() && version.check().state() == CheckState.WAITING) {
            throw new Refused("documents.unchecked");
        }
    }
}
