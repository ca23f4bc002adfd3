// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents;

import static be.onthaal.documents.internal.db.Tables.DOCUMENT;

import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.Permission;
import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.CaseTypes;
import be.onthaal.cases.model.DocumentKind;
import be.onthaal.common.Conflict;
import be.onthaal.common.NotFound;
import be.onthaal.common.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Field;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The pieces of files, from their first version until they are final. */
@Service
public class Documents {

    /** The longest title, in characters. */
    public static final int LONGEST_TITLE = 500;

    private final DocumentStore documents;
    private final DocumentGuard guard;
    private final DocumentIntake intake;
    private final DocumentTrail trail;
    private final CaseTypes types;

    Documents(
            DocumentStore documents,
            DocumentGuard guard,
            DocumentIntake intake,
            DocumentTrail trail,
            CaseTypes types) {
        this.documents = documents;
        this.guard = guard;
        this.intake = intake;
        this.trail = trail;
        this.types = types;
    }

    /** Refuses where nothing may be added: a closed case, or one's own. */
    @Transactional
    public void admit(CaseId id) {
        guard.open(id);
    }

    /** Refuses where nothing may be changed: what a colleague works on, or one's own. */
    @Transactional
    public void admit(DocumentId id) {
        guard.changed(id);
    }

    /** Adds a document to a case; its first version is this file. */
    @Transactional
    public DocumentId add(CaseId id, NewDocument command, Upload file) {
        guard.open(id);
        DocumentVersion.FileFacts kept = intake.take(file);
        return add(guard.held(id), command, kept);
    }

    /** Adds what a colleague or the post brought and the store has already, without copying it. */
    @Transactional
    public DocumentId add(CaseId id, NewDocument command, DocumentVersion.FileFacts kept) {
        CaseFile held = guard.held(id);
        intake.stillKept(kept);
        return add(held, command, kept);
    }

    /** Adds a document that belongs to no case yet, for the people of a unit. */
    @Transactional
    public DocumentId add(UnitId unit, NewDocument command, Upload file) {
        Callers.require(Permission.CASE_HANDLE);
        var level = command.confidentiality().orElse(Confidentiality.INTERNAL);
        DocumentGuard.refuseBeyond(level, unit);
        refuseTitle(command.about());
        DocumentId id = documents.insert(command, new Document.Placement(unit, level));
        intake.first(id, intake.take(file));
        trail.step(documents.get(id).document(), "documents.added", Map.of());
        return id;
    }

    private DocumentId add(CaseFile held, NewDocument command, DocumentVersion.FileFacts file) {
        refuseTitle(command.about());
        command.annexOf().ifPresent(documents::get);
        Document.Placement placement = placement(held, command);
        DocumentId id = documents.insert(command, placement);
        intake.first(id, file);
        documents.link(id, held.id());
        intake.told(id, command, placement, held);
        return id;
    }

    /** A new version of it, which is shown from now on; the ones before stay. */
    @Transactional
    public VersionId replace(DocumentId id, int revision, Upload file, String why) {
        DocumentLine line = guard.changed(id, revision);
        DocumentGuard.refuseFinal(line.document());
        return next(line, file, why);
    }

    /**
     * What a program saves that opened this version: a version of its own, unless nothing is other
     * than it was. Returns the number of the newest.
     */
    @Transactional
    public int save(DocumentId id, int opened, Upload file, String why) {
        DocumentLine line = guard.changed(id);
        DocumentGuard.refuseFinal(line.document());
        Document.Progress progress = line.document().progress();
        if (progress.versions() != opened) {
            throw new Conflict(
                    "documents.changed", progress.changed().by(), progress.changed().at());
        }
        if (file.digest().matches(line.version().file().digest())) {
            return opened;
        }
        next(line, file, why);
        return opened + 1;
    }

    private VersionId next(DocumentLine line, Upload file, String why) {
        DocumentId id = line.document().id();
        int number = line.document().progress().versions() + 1;
        VersionId version = intake.next(id, number, intake.take(file), why);
        documents.change(id, Map.of(DOCUMENT.VERSIONS, number));
        trail.step(
                line.document(), "documents.replaced", Map.of("version", String.valueOf(number)));
        return version;
    }

    /** Says anew what it is and who may see it. */
    @Transactional
    public void describe(DocumentId id, int revision, Document.About about, Confidentiality level) {
        DocumentLine line = guard.changed(id, revision);
        DocumentGuard.refuseFinal(line.document());
        refuseTitle(about);
        Document.Placement placement = line.document().placement();
        Confidentiality before = placement.confidentiality();
        Confidentiality now = described(line.document(), about, level);
        if (now != before) {
            DocumentGuard.refuseBeyond(now, placement.unit());
        }
        var fields = new java.util.HashMap<>(DocumentStore.described(about));
        fields.put(DOCUMENT.CONFIDENTIALITY, now.level());
        documents.change(id, fields);
        trail.step(
                documents.get(id).document(),
                "documents.described",
                now == before ? Map.of() : Map.of("from", before.name(), "to", now.name()));
        if (now.level() > before.level()) {
            trail.raised(id, now);
        }
    }

    /** As confidential as its cases, its kind and whoever describes it say; the most counts. */
    private Confidentiality described(
            Document document, Document.About about, Confidentiality level) {
        List<DocumentKind> kinds =
                about.kind().stream().flatMap(code -> kindsOf(document.id(), code)).toList();
        boolean another = about.kind().isPresent() && !about.kind().equals(document.about().kind());
        if (another && kinds.isEmpty()) {
            throw new NotFound("documents.kind");
        }
        int ofKind =
                kinds.stream()
                        .flatMap(kind -> kind.confidentiality().stream())
                        .mapToInt(Confidentiality::level)
                        .max()
                        .orElse(0);
        return Confidentiality.of(
                Math.max(ofKind, Math.max(level.level(), guard.floor(document.id()))));
    }

    private Stream<DocumentKind> kindsOf(DocumentId id, String code) {
        return documents.typesOf(id).stream()
                .flatMap(type -> types.get(type).definition().document(code).stream());
    }

    /** Nothing changes in it any more. */
    @Transactional
    public void finish(DocumentId id, int revision) {
        DocumentLine line = guard.changed(id, revision);
        DocumentGuard.refuseFinal(line.document());
        Map<Field<?>, Object> end = DocumentLocks.fields(Optional.empty());
        end.put(DOCUMENT.STATUS, Document.Status.FINAL.name());
        documents.change(id, end);
        trail.step(line.document(), "documents.finished", Map.of());
    }

    /** It may change again; the reason stays in the log. */
    @Transactional
    public void reopen(DocumentId id, String reason) {
        DocumentLine line = guard.changed(id);
        if (!line.document().isFinal()) {
            throw new Refused("documents.draft-already");
        }
        if (reason.isBlank()) {
            throw new Refused("documents.reason-missing");
        }
        documents.change(id, Map.of(DOCUMENT.STATUS, Document.Status.DRAFT.name()));
        trail.step(line.document(), "documents.reopened", Map.of("reason", reason));
    }

    /** Takes a draft away with all its versions; what is final goes with its case. */
    @Transactional
    public void delete(DocumentId id) {
        DocumentLine line = guard.changed(id);
        DocumentGuard.refuseFinal(line.document());
        if (line.document().progress().cases() > 1) {
            throw new Refused("documents.in-more-cases");
        }
        guard.refuseKept(line.document());
        trail.step(line.document(), "documents.deleted", Map.of());
        intake.forgetFiles(id);
        documents.delete(id);
    }

    /** The document with its newest version. Showing it must be logged by whoever shows it. */
    @Transactional(readOnly = true)
    public DocumentLine get(DocumentId id) {
        Callers.require(Permission.CASE_VIEW);
        return documents.get(id);
    }

    /** Its versions, the newest first. */
    @Transactional(readOnly = true)
    public List<DocumentVersion> versions(DocumentId id) {
        Callers.require(Permission.CASE_VIEW);
        return documents.versions(id);
    }

    /** One version by its number, with the text that was read in it. */
    @Transactional(readOnly = true)
    public Text text(DocumentId id, int number) {
        Callers.require(Permission.CASE_VIEW);
        DocumentVersion version =
                documents.version(id, number).orElseThrow(() -> new NotFound("documents.version"));
        return new Text(version, version.isSealed() ? "" : documents.text(version.id()));
    }

    /** A version and what could be read in it. */
    public record Text(DocumentVersion version, String text) {}

    /** Writes down that somebody is shown it, in the transaction that shows it. */
    @Transactional
    public void consulted(Document document) {
        trail.consulted(document, "documents.consulted", Map.of());
    }

    /** As confidential as its case, its kind and whoever adds it say; the most of these counts. */
    private Document.Placement placement(CaseFile held, NewDocument command) {
        UnitId unit = held.placement().unit();
        Optional<Confidentiality> ofKind =
                command.about()
                        .kind()
                        .map(code ->
                                types.get(held.matter().typeId())
                                        .definition()
                                        .document(code)
                                        .orElseThrow(() -> new NotFound("documents.kind")))
                        .flatMap(DocumentKind::confidentiality);
        command.confidentiality().ifPresent(level -> DocumentGuard.refuseBeyond(level, unit));
        int level =
                Stream.of(
                                Optional.of(held.matter().confidentiality()),
                                ofKind,
                                command.confidentiality())
                        .flatMap(Optional::stream)
                        .mapToInt(Confidentiality::level)
                        .max()
                        .orElseThrow();
        return new Document.Placement(unit, Confidentiality.of(level));
    }

    private static void refuseTitle(Document.About about) {
        if (about.title().isBlank()) {
            throw new Refused("documents.title-missing");
        }
        if (about.title().length() > LONGEST_TITLE) {
            throw new Refused("documents.title-too-long", LONGEST_TITLE);
        }
    }
}
