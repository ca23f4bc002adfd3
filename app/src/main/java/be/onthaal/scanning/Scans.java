// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.scanning;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.cases.Cases;
import be.onthaal.common.Digest;
import be.onthaal.common.NotFound;
import be.onthaal.common.PublicNumber;
import be.onthaal.common.Refused;
import be.onthaal.database.Part;
import be.onthaal.documents.Document;
import be.onthaal.documents.DocumentId;
import be.onthaal.documents.DocumentVersion;
import be.onthaal.documents.PostDocuments;
import be.onthaal.files.Files;
import be.onthaal.notifications.Live;
import be.onthaal.party.OwnFile;
import be.onthaal.party.PartyId;
import be.onthaal.post.EntryId;
import be.onthaal.post.NewEntry;
import be.onthaal.post.PostCases;
import be.onthaal.post.PostRegister;
import be.onthaal.post.RegisterEntry;
import be.onthaal.post.Source;
import be.onthaal.scanning.internal.PieceStore;
import be.onthaal.scanning.internal.SheetStore;
import be.onthaal.search.Findable;
import be.onthaal.search.Search;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pieces that were split off from stacks: the tray in which they wait, until they are entries. */
@Service
public class Scans {

    /** What an entry of the register was made of, when it was a scan. */
    public static final String SOURCE = "SCAN";

    private static final Duration ONE_VIEW = Duration.ofMinutes(10);
    private static final int MOST = 200;
    private static final int LONGEST_TITLE = 500;

    private final PieceStore pieces;
    private final SheetStore sheets;
    private final PostRegister post;
    private final PostCases postCases;
    private final PostDocuments documents;
    private final Cases cases;
    private final OwnFile ownFile;
    private final Files files;
    private final Search search;
    private final Audit audit;
    private final Live live;
    private final Clock clock;

    Scans(
            PieceStore pieces,
            SheetStore sheets,
            PostRegister post,
            PostCases postCases,
            PostDocuments documents,
            Cases cases,
            OwnFile ownFile,
            Files files,
            Search search,
            Audit audit,
            Live live,
            Clock clock) {
        this.pieces = pieces;
        this.sheets = sheets;
        this.post = post;
        this.postCases = postCases;
        this.documents = documents;
        this.cases = cases;
        this.ownFile = ownFile;
        this.files = files;
        this.search = search;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
    }

    /** What waits for the caller's units, in the order it was scanned; one view of all of it. */
    @Transactional
    public List<ScannedPiece> tray() {
        Callers.require(Permission.POST_VIEW);
        List<ScannedPiece> open = pieces.open(MOST);
        if (!open.isEmpty()) {
            audit.consulted(
                    AuditEvent.of(
                                    "scanning.tray-viewed",
                                    AuditEvent.Subject.of(
                                            "LIST", Callers.current().authority().value()))
                            .about(
                                    open.stream()
                                            .flatMap(piece -> piece.proposal().party().stream())
                                            .map(PartyId::value)
                                            .distinct()
                                            .toList()));
        }
        return open;
    }

    /** How many wait: a part of a page. */
    public Part<Long> waiting() {
        Callers.require(Permission.POST_VIEW);
        return pieces.waiting();
    }

    /** How many wait, as far as the tray shows them. */
    @Transactional(readOnly = true)
    public int count() {
        Callers.require(Permission.POST_VIEW);
        return pieces.open(MOST).size();
    }

    /** Whether this is an entry that was scanned and that the caller sees. */
    @Transactional(readOnly = true)
    public boolean isEntry(UUID entry) {
        Callers.require(Permission.POST_VIEW);
        return pieces.find(new EntryId(entry)).isPresent();
    }

    /** The one that waits after this, in the order they were scanned. */
    @Transactional(readOnly = true)
    public Optional<UUID> after(UUID id) {
        Callers.require(Permission.POST_VIEW);
        List<UUID> open =
                pieces.open(MOST).stream()
                        .filter(piece -> piece.waits() || piece.id().equals(id))
                        .map(ScannedPiece::id)
                        .toList();
        int at = open.indexOf(id);
        List<UUID> others = open.stream().filter(other -> !other.equals(id)).toList();
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(others.get(Math.max(0, at) % others.size()));
    }

    /** A piece as somebody looks at it; the pages he turns are one view. */
    @Transactional
    public ScannedPiece look(UUID id) {
        Callers.require(Permission.POST_VIEW);
        ScannedPiece piece = pieces.get(id);
        if (!audit.hasConsulted(id, clock.instant().minus(ONE_VIEW))) {
            audit.consulted(event("scanning.viewed", piece));
        }
        return piece;
    }

    /** The sheets of a piece. */
    @Transactional(readOnly = true)
    public List<Sheet> sheets(UUID piece) {
        Callers.require(Permission.POST_VIEW);
        return sheets.ofPiece(piece);
    }

    /** The picture of a sheet, as JPEG. */
    @Transactional
    public byte[] picture(UUID piece, UUID sheet) {
        look(piece);
        return sheets.get(piece, sheet)
                .picture()
                .map(files::read)
                .orElseThrow(() -> new NotFound("scanning.picture"));
    }

    /** What an entry was scanned from: a part of a page. */
    public Part<Optional<ScannedPiece>> partOf(EntryId entry) {
        Callers.require(Permission.POST_VIEW);
        return pieces.partOf(entry);
    }

    /** The document of an entry, searchable; whoever takes it along stands in the log. */
    @Transactional
    public byte[] pdf(EntryId entry) {
        ScannedPiece piece = scanned(entry);
        Digest pdf = piece.file().orElseThrow(() -> new NotFound("scanning.piece")).pdf();
        audit.consulted(event("scanning.downloaded", piece));
        return files.read(pdf);
    }

    /** The first page of an entry as a picture, for who looks at the entry. */
    @Transactional
    public byte[] firstPage(EntryId entry) {
        ScannedPiece piece = scanned(entry);
        look(piece.id());
        return piece.file()
                .flatMap(ScannedPiece.Made::picture)
                .map(files::read)
                .orElseThrow(() -> new NotFound("scanning.picture"));
    }

    private ScannedPiece scanned(EntryId entry) {
        post.get(entry);
        return pieces.find(entry).orElseThrow(() -> new NotFound("scanning.piece"));
    }

    /**
     * Registers a piece as somebody confirmed it: the entry, its document and the words by which it
     * is found commit together. The same piece is registered once and found back after.
     */
    @Transactional
    public RegisterEntry register(UUID id, int revision, NewEntry asked) {
        Callers.require(Permission.POST_HANDLE);
        ScannedPiece piece = pieces.locked(id);
        ownFile.refuse(piece.proposal().party().stream().toList());
        if (piece.entry().isPresent()) {
            return post.get(piece.entry().get());
        }
        if (!piece.waits() || piece.file().isEmpty()) {
            throw new Refused("scanning.not-ready");
        }
        if (piece.revision() != revision) {
            throw new Refused("scanning.changed");
        }
        RegisterEntry entry = post.register(asked.madeOf(new Source(SOURCE, id)));
        DocumentId document = document(entry, piece.file().get());
        String me = Callers.current().name();
        if (!pieces.register(id, entry.id(), document, me, clock.instant())) {
            throw new Refused("scanning.changed");
        }
        if (!piece.placement().unopened()) {
            search.put(findable(piece, entry));
        }
        audit.record(event("scanning.registered", piece).with("number", entry.number().display()));
        bringToCase(piece, entry);
        live.changed("scans");
        live.changed("inbox");
        return entry;
    }

    private DocumentId document(RegisterEntry entry, ScannedPiece.Made made) {
        String subject = entry.piece().subject().isBlank() ? "Scan" : entry.piece().subject();
        String number = entry.number().display();
        var about =
                new Document.About(
                        subject.substring(0, Math.min(subject.length(), LONGEST_TITLE)),
                        Optional.empty(),
                        Document.Direction.IN,
                        entry.particulars().writing().dated().orElse(entry.piece().on()),
                        entry.piece().correspondent(),
                        "nl");
        return documents.add(
                entry.filing().unit(),
                entry.filing().confidentiality(),
                about,
                new DocumentVersion.FileFacts(
                        number + ".pdf", "application/pdf", made.size(), made.pdf()));
    }

    private static Findable findable(ScannedPiece piece, RegisterEntry entry) {
        return new Findable(
                SOURCE,
                entry.id().value(),
                Optional.empty(),
                entry.piece().subject(),
                entry.piece().correspondent(),
                piece.text(),
                new Findable.Visibility(
                        entry.filing().confidentiality(), Optional.of(entry.filing().unit())),
                entry.filing().at());
    }

    /** The cover sheet named a case: it goes there at once, when whoever registers may do that. */
    private void bringToCase(ScannedPiece piece, RegisterEntry entry) {
        if (!Callers.current().may(Permission.CASE_HANDLE)) {
            return;
        }
        PublicNumber.parse(piece.placement().caseNumber())
                .flatMap(cases::findByNumber)
                .filter(file -> !file.isClosed())
                .ifPresent(file -> postCases.add(entry.id(), file));
    }

    static AuditEvent event(String action, ScannedPiece piece) {
        ScannedPiece.Placement placement = piece.placement();
        return AuditEvent.of(
                        action,
                        AuditEvent.Subject.of(
                                "SCAN", piece.id(), placement.confidentiality(), placement.unit()))
                .about(piece.proposal().party().map(PartyId::value).stream().toList());
    }
}
