// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal;

import static be.onthaal.moving.internal.db.Tables.DOCUMENT;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.Cases;
import be.onthaal.common.Digest;
import be.onthaal.common.NotFound;
import be.onthaal.files.Files;
import be.onthaal.moving.internal.db.tables.records.DocumentRecord;
import be.onthaal.party.PartyId;
import be.onthaal.timeline.Subject;
import be.onthaal.timeline.Timeline;
import be.onthaal.timeline.TimelineLine;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The pieces that came along with cases; whoever may see the case may open them. */
@Service
class BroughtDocuments {

    private final DSLContext sql;
    private final Files files;
    private final Cases cases;
    private final Timeline timeline;
    private final Audit audit;
    private final Clock clock;

    BroughtDocuments(
            DSLContext sql, Files files, Cases cases, Timeline timeline, Audit audit, Clock clock) {
        this.sql = sql;
        this.files = files;
        this.cases = cases;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    /** A piece with what is in it. */
    record Opened(MovedDocument about, byte[] bytes) {}

    /** Adds a piece to its case; false when the case has it already. */
    @Transactional
    boolean add(MovedDocument piece, byte[] bytes) {
        CaseFile file = cases.get(piece.caseId()).file();
        files.keep(bytes);
        int added =
                sql.insertInto(DOCUMENT)
                        .set(DOCUMENT.AUTHORITY_ID, authority())
                        .set(DOCUMENT.ID, piece.id())
                        .set(DOCUMENT.CASE_ID, piece.caseId().value())
                        .set(DOCUMENT.TITLE, piece.title())
                        .set(DOCUMENT.NAME, piece.name())
                        .set(DOCUMENT.DATED_ON, piece.datedOn().orElse(null))
                        .set(DOCUMENT.SHA256, piece.content().hex())
                        .set(DOCUMENT.SIZE, piece.size())
                        .set(DOCUMENT.ADDED_AT, clock.instant())
                        .onConflictDoNothing()
                        .execute();
        if (added == 0) {
            return false;
        }
        audit.record(event("moving.document-added", file));
        tell("moving.document-added", file, piece);
        return true;
    }

    /** Takes a piece out of its case. */
    @Transactional
    void remove(UUID id) {
        MovedDocument piece = get(id);
        CaseFile file = cases.get(piece.caseId()).file();
        sql.deleteFrom(DOCUMENT).where(is(id)).execute();
        audit.record(event("moving.document-removed", file));
        tell("moving.document-removed", file, piece);
    }

    /** Opens a piece, with the consultation logged in the same commit. */
    @Transactional
    Opened open(UUID id) {
        Callers.require(Permission.CASE_VIEW);
        MovedDocument piece = get(id);
        CaseFile file = cases.get(piece.caseId()).file();
        audit.consulted(event("moving.document-opened", file));
        return new Opened(piece, files.read(piece.content()));
    }

    MovedDocument get(UUID id) {
        return sql.selectFrom(DOCUMENT)
                .where(is(id))
                .fetchOptional(BroughtDocuments::read)
                .orElseThrow(() -> new NotFound("moving.document"));
    }

    /** Pieces that come after this one, in a fixed order; of the cases that the caller sees. */
    @Transactional(readOnly = true)
    List<MovedDocument> after(Optional<UUID> after, int most) {
        return sql.selectFrom(DOCUMENT)
                .where(DOCUMENT.AUTHORITY_ID.eq(authority()))
                .and(after.map(DOCUMENT.ID::gt).orElse(DSL.noCondition()))
                .orderBy(DOCUMENT.ID)
                .limit(most)
                .fetch(BroughtDocuments::read);
    }

    private void tell(String event, CaseFile file, MovedDocument piece) {
        var subject =
                new Subject(
                        Subject.Kind.CASE,
                        file.id().value(),
                        file.matter().confidentiality(),
                        Optional.of(file.placement().unit()));
        Optional<TimelineLine.Ref> ref =
                event.endsWith("added")
                        ? Optional.of(
                                new TimelineLine.Ref("DOCUMENT", piece.id(), Optional.empty()))
                        : Optional.empty();
        timeline.add(
                subject,
                new TimelineLine(
                        clock.instant(),
                        event,
                        Optional.empty(),
                        Callers.current().name(),
                        ref,
                        piece.title(),
                        Map.of()));
    }

    private static AuditEvent event(String action, CaseFile file) {
        List<UUID> parties = file.customer().party().map(PartyId::value).stream().toList();
        var subject =
                AuditEvent.Subject.of(
                        "CASE",
                        file.id().value(),
                        file.matter().confidentiality(),
                        file.placement().unit());
        return AuditEvent.of(action, subject.inCase(file.id().value()))
                .about(parties)
                .with("number", file.number().display());
    }

    private static Condition is(UUID id) {
        return DOCUMENT.AUTHORITY_ID.eq(authority()).and(DOCUMENT.ID.eq(id));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }

    private static MovedDocument read(DocumentRecord row) {
        return new MovedDocument(
                row.getId(),
                new CaseId(row.getCaseId()),
                row.getTitle(),
                row.getName(),
                Optional.ofNullable(row.getDatedOn()),
                new Digest(row.getSha256()),
                row.getSize());
    }
}
