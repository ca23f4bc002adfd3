// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.scanning.internal;

import static be.onthaal.scanning.internal.db.Tables.PIECE;
import static be.onthaal.scanning.internal.db.Tables.STACK;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseId;
import be.onthaal.common.Digest;
import be.onthaal.common.NotFound;
import be.onthaal.database.Part;
import be.onthaal.documents.DocumentId;
import be.onthaal.party.PartyId;
import be.onthaal.post.EntryId;
import be.onthaal.post.PieceKind;
import be.onthaal.scanning.ScannedPiece;
import be.onthaal.scanning.Trays;
import be.onthaal.scanning.internal.db.Routines;
import be.onthaal.scanning.internal.db.tables.records.PieceRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The rows of pieces. */
@Component
public class PieceStore {

    private final DSLContext sql;

    PieceStore(DSLContext sql) {
        this.sql = sql;
    }

    public void insert(ScannedPiece piece) {
        ScannedPiece.Placement placement = piece.placement();
        sql.insertInto(PIECE)
                .set(PIECE.AUTHORITY_ID, authority())
                .set(PIECE.ID, piece.id())
                .set(PIECE.STACK_ID, piece.stack())
                .set(PIECE.FIRST_SHEET, piece.firstSheet())
                .set(PIECE.STATE, piece.state().name())
                .set(PIECE.REASON, piece.reason())
                .set(PIECE.UNIT_ID, placement.unit().value())
                .set(PIECE.CONFIDENTIALITY, placement.confidentiality().level())
                .set(PIECE.COVERED, placement.covered())
                .set(PIECE.UNOPENED, placement.unopened())
                .set(PIECE.KIND, placement.kind().name())
                .set(PIECE.CASE_NUMBER, placement.caseNumber())
                .set(PIECE.PAGES, piece.pages())
                .execute();
    }

    public ScannedPiece get(UUID id) {
        return sql.selectFrom(PIECE)
                .where(is(id))
                .fetchOptional(PieceStore::read)
                .orElseThrow(() -> new NotFound("scanning.piece"));
    }

    /** The piece, which nobody else changes before this transaction ends. */
    public ScannedPiece locked(UUID id) {
        return sql.selectFrom(PIECE)
                .where(is(id))
                .forUpdate()
                .fetchOptional(PieceStore::read)
                .orElseThrow(() -> new NotFound("scanning.piece"));
    }

    /** What waits for the caller's units, or for all when he spreads work, in the order it came. */
    public List<ScannedPiece> open(int most) {
        return sql.select(PIECE.fields())
                .from(PIECE)
                .join(STACK)
                .on(STACK.AUTHORITY_ID.eq(PIECE.AUTHORITY_ID))
                .and(STACK.ID.eq(PIECE.STACK_ID))
                .where(PIECE.AUTHORITY_ID.eq(authority()))
                .and(
                        PIECE.STATE.in(
                                DSL.inline(ScannedPiece.State.MAKING.name()),
                                DSL.inline(ScannedPiece.State.WAITING.name())))
                .and(inScope())
                .orderBy(STACK.ADDED_AT, STACK.ID, PIECE.FIRST_SHEET)
                .limit(most)
                .fetch(row -> read(row.into(PIECE)));
    }

    /** The pieces of a stack that are not settled. */
    public List<ScannedPiece> openOf(UUID stack) {
        return sql.selectFrom(PIECE)
                .where(PIECE.AUTHORITY_ID.eq(authority()))
                .and(PIECE.STACK_ID.eq(stack))
                .and(
                        PIECE.STATE.in(
                                DSL.inline(ScannedPiece.State.MAKING.name()),
                                DSL.inline(ScannedPiece.State.WAITING.name())))
                .orderBy(PIECE.FIRST_SHEET)
                .fetch(PieceStore::read);
    }

    /** What was thrown away and is still there, of the caller's units. */
    public List<Trays.Discarded> discarded() {
        return sql.selectFrom(PIECE)
                .where(PIECE.AUTHORITY_ID.eq(authority()))
                .and(PIECE.STATE.eq(ScannedPiece.State.DISCARDED.name()))
                .and(inScope())
                .orderBy(PIECE.SETTLED_AT.desc())
                .limit(20)
                .fetch(row ->
                        new Trays.Discarded(
                                row.getId(),
                                row.getPages(),
                                row.getReason(),
                                row.getSettledBy(),
                                row.getSettledAt()));
    }

    /** Those of which the document must be made. */
    public List<UUID> toMake() {
        return sql.select(PIECE.ID)
                .from(PIECE)
                .where(PIECE.AUTHORITY_ID.eq(authority()))
                .and(PIECE.STATE.eq(DSL.inline(ScannedPiece.State.MAKING.name())))
                .orderBy(PIECE.ID)
                .fetch(PIECE.ID);
    }

    /** The document was made, and this is proposed; not when the piece was changed since. */
    public boolean made(
            ScannedPiece piece,
            ScannedPiece.Made made,
            ScannedPiece.Proposal proposal,
            Optional<UnitId> unit,
            String text,
            String reason) {
        return sql.update(PIECE)
                        .set(PIECE.STATE, ScannedPiece.State.WAITING.name())
                        .set(PIECE.PDF_SHA256, made.pdf().hex())
                        .set(PIECE.PDF_SIZE, made.size())
                        .set(PIECE.PICTURE_SHA256, made.picture().map(Digest::hex).orElse(null))
                        .set(PIECE.TEXT, text)
                        .set(PIECE.REASON, reason)
                        .set(PIECE.SENDER, proposal.sender())
                        .set(PIECE.PARTY_ID, proposal.party().map(PartyId::value).orElse(null))
                        .set(PIECE.SUBJECT, proposal.subject())
                        .set(PIECE.REFERENCE, proposal.reference())
                        .set(PIECE.DATED, proposal.dated().orElse(null))
                        .set(PIECE.WHY, proposal.why())
                        .set(PIECE.UNIT_ID, unit.orElse(piece.placement().unit()).value())
                        .where(is(piece.id()))
                        .and(PIECE.STATE.eq(ScannedPiece.State.MAKING.name()))
                        .and(PIECE.REVISION.eq(piece.revision()))
                        .execute()
                == 1;
    }

    /** It has other sheets now: its document is made anew. */
    public void remake(UUID id, int pages) {
        sql.update(PIECE)
                .set(PIECE.STATE, ScannedPiece.State.MAKING.name())
                .set(PIECE.PAGES, pages)
                .set(PIECE.REASON, "")
                .set(PIECE.REVISION, PIECE.REVISION.plus(1))
                .where(is(id))
                .execute();
    }

    /** Nobody could read it: it waits for somebody to look. */
    public void unreadable(UUID id, String reason) {
        sql.update(PIECE)
                .set(PIECE.STATE, ScannedPiece.State.WAITING.name())
                .set(PIECE.REASON, reason)
                .setNull(PIECE.PDF_SHA256)
                .setNull(PIECE.PICTURE_SHA256)
                .where(is(id))
                .execute();
    }

    /** Somebody said what becomes of it. */
    public void settle(UUID id, ScannedPiece.State state, String reason, String by, Instant at) {
        sql.update(PIECE)
                .set(PIECE.STATE, state.name())
                .set(PIECE.REASON, reason)
                .set(PIECE.SETTLED_BY, by)
                .set(PIECE.SETTLED_AT, at)
                .set(PIECE.REVISION, PIECE.REVISION.plus(1))
                .where(is(id))
                .execute();
    }

    /** It is an entry now; false when it is not there to be registered any more. */
    public boolean register(UUID id, EntryId entry, DocumentId document, String by, Instant at) {
        return Boolean.TRUE.equals(
                Routines.register(
                        sql.configuration(), id, entry.value(), document.value(), by, at));
    }

    /** The document of an entry, also when the caller does not see the entry any more. */
    public Optional<DocumentId> documentOf(EntryId entry) {
        return Optional.ofNullable(Routines.documentOf(sql.configuration(), entry.value()))
                .map(DocumentId::new);
    }

    public void inCase(EntryId entry, CaseId file) {
        Routines.inCase(sql.configuration(), entry.value(), file.value());
    }

    public void follow(UnitId closed, UnitId successor) {
        Routines.follow(sql.configuration(), closed.value(), successor.value());
    }

    /** What an entry was scanned from: a part of a page. */
    public Part<Optional<ScannedPiece>> partOf(EntryId entry) {
        return Part.one(sql.selectFrom(PIECE).where(is(entry)), PieceStore::read);
    }

    public Optional<ScannedPiece> find(EntryId entry) {
        return sql.selectFrom(PIECE).where(is(entry)).fetchOptional(PieceStore::read);
    }

    /** How many wait: a part of a page. */
    public Part<Long> waiting() {
        Select<Record1<Integer>> open =
                sql.selectOne()
                        .from(PIECE)
                        .where(PIECE.AUTHORITY_ID.eq(authority()))
                        .and(
                                PIECE.STATE.in(
                                        DSL.inline(ScannedPiece.State.MAKING.name()),
                                        DSL.inline(ScannedPiece.State.WAITING.name())))
                        .and(inScope());
        return Part.count(open);
    }

    private static Condition inScope() {
        Caller caller = Callers.current();
        List<UUID> own = caller.rights().units().stream().map(UnitId::value).toList();
        return caller.coordinatesAll()
                ? DSL.noCondition()
                : PIECE.UNIT_ID
                        .in(own)
                        .or(
                                PIECE.STACK_ID.in(
                                        DSL.select(STACK.ID)
                                                .from(STACK)
                                                .where(STACK.AUTHORITY_ID.eq(PIECE.AUTHORITY_ID))
                                                .and(STACK.UNIT_ID.in(own))));
    }

    static ScannedPiece read(PieceRecord row) {
        return new ScannedPiece(
                row.getId(),
                row.getStackId(),
                row.getFirstSheet(),
                ScannedPiece.State.valueOf(row.getState()),
                row.getReason(),
                new ScannedPiece.Placement(
                        new UnitId(row.getUnitId()),
                        Confidentiality.of(row.getConfidentiality()),
                        row.getCovered(),
                        row.getUnopened(),
                        PieceKind.valueOf(row.getKind()),
                        row.getCaseNumber()),
                new ScannedPiece.Proposal(
                        row.getSender(),
                        Optional.ofNullable(row.getPartyId()).map(PartyId::new),
                        row.getSubject(),
                        row.getReference(),
                        Optional.ofNullable(row.getDated()),
                        row.getWhy()),
                row.getText(),
                row.getPages(),
                row.getRevision(),
                Optional.ofNullable(row.getPdfSha256())
                        .map(pdf ->
                                new ScannedPiece.Made(
                                        new Digest(pdf),
                                        row.getPdfSize(),
                                        Optional.ofNullable(row.getPictureSha256())
                                                .map(Digest::new))),
                Optional.ofNullable(row.getEntryId()).map(EntryId::new),
                Optional.ofNullable(row.getDocumentId()).map(DocumentId::new));
    }

    private static Condition is(UUID id) {
        return PIECE.AUTHORITY_ID.eq(authority()).and(PIECE.ID.eq(id));
    }

    private static Condition is(EntryId entry) {
        return PIECE.AUTHORITY_ID.eq(authority()).and(PIECE.ENTRY_ID.eq(entry.value()));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
