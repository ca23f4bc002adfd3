// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal;

import static be.onthaal.moving.internal.db.Tables.EXPORT;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.common.Digest;
import be.onthaal.common.NotFound;
import be.onthaal.common.Refused;
import be.onthaal.database.Ids;
import be.onthaal.moving.internal.db.tables.records.ExportRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Exports that were asked for; each is for its asker alone and for a day. */
@Service
class Exports {

    private static final int SHOWN = 10;

    private final DSLContext sql;
    private final Folders folders;
    private final Audit audit;
    private final Clock clock;

    Exports(DSLContext sql, Folders folders, Audit audit, Clock clock) {
        this.sql = sql;
        this.folders = folders;
        this.audit = audit;
        this.clock = clock;
    }

    /** Asks for all that the authority keeps and the caller may see; a job writes it. */
    @Transactional
    Export ask() {
        Caller caller = Callers.require(Permission.TRANSFER);
        UUID id = Ids.next();
        try {
            sql.insertInto(EXPORT)
                    .set(EXPORT.AUTHORITY_ID, authority())
                    .set(EXPORT.ID, id)
                    .set(EXPORT.ASKED_BY, caller.actor())
                    .set(EXPORT.ASKED_NAME, caller.name())
                    .set(EXPORT.STATE, Export.State.WAITING.name())
                    .set(EXPORT.MADE_AT, clock.instant())
                    .execute();
        } catch (DuplicateKeyException another) {
            throw new Refused("moving.export-busy");
        }
        record("moving.export-asked", id);
        return get(id);
    }

    /** What the caller asked for, newest first. */
    @Transactional(readOnly = true)
    List<Export> mine() {
        Caller caller = Callers.require(Permission.TRANSFER);
        return sql.selectFrom(EXPORT)
                .where(EXPORT.AUTHORITY_ID.eq(authority()))
                .and(EXPORT.ASKED_BY.eq(caller.actor()))
                .orderBy(EXPORT.MADE_AT.desc())
                .limit(SHOWN)
                .fetch(Exports::read);
    }

    /**
     * The file of an export, for the one who asked and within its day; that it is taken is logged.
     */
    @Transactional
    Path fetch(UUID id) {
        Caller caller = Callers.require(Permission.TRANSFER);
        Export export = get(id);
        Path file = folders.export(caller.authority(), id);
        boolean open =
                export.asked().by().equals(caller.actor())
                        && export.state() == Export.State.READY
                        && export.until().filter(clock.instant()::isBefore).isPresent();
        if (!open || !Files.isRegularFile(file)) {
            throw new NotFound("moving.export");
        }
        audit.consulted(event("moving.export-taken", id));
        return file;
    }

    /** Those that wait to be written; for the job. */
    @Transactional(readOnly = true)
    List<Export> waiting() {
        return sql.selectFrom(EXPORT)
                .where(EXPORT.AUTHORITY_ID.eq(authority()))
                .and(EXPORT.STATE.eq(Export.State.WAITING.name()))
                .fetch(Exports::read);
    }

    @Transactional
    void ready(UUID id, Export.Contents contents, Digest digest) {
        sql.update(EXPORT)
                .set(EXPORT.STATE, Export.State.READY.name())
                .set(EXPORT.PARTIES, contents.parties())
                .set(EXPORT.CASES, contents.cases())
                .set(EXPORT.DOCUMENTS, contents.documents())
                .set(EXPORT.SIZE, contents.size())
                .set(EXPORT.SHA256, digest.hex())
                .set(EXPORT.READY_AT, clock.instant())
                .where(is(id))
                .execute();
        record("moving.export-written", id);
    }

    @Transactional
    void failed(UUID id) {
        sql.update(EXPORT).set(EXPORT.STATE, Export.State.FAILED.name()).where(is(id)).execute();
        record("moving.export-failed", id);
    }

    /** Marks those whose day is over, and says which files can go. */
    @Transactional
    List<UUID> expire() {
        Instant limit = clock.instant().minus(Export.KEPT);
        return sql.update(EXPORT)
                .set(EXPORT.STATE, Export.State.GONE.name())
                .where(EXPORT.AUTHORITY_ID.eq(authority()))
                .and(EXPORT.STATE.eq(Export.State.READY.name()))
                .and(EXPORT.READY_AT.le(limit))
                .returning(EXPORT.ID)
                .fetch(EXPORT.ID);
    }

    private Export get(UUID id) {
        return sql.selectFrom(EXPORT)
                .where(is(id))
                .fetchOptional(Exports::read)
                .orElseThrow(() -> new NotFound("moving.export"));
    }

    private void record(String action, UUID id) {
        audit.record(event(action, id));
    }

    static AuditEvent event(String action, UUID id) {
        return AuditEvent.of(action, AuditEvent.Subject.of("EXPORT", id));
    }

    private static Condition is(UUID id) {
        return EXPORT.AUTHORITY_ID.eq(authority()).and(EXPORT.ID.eq(id));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }

    private static Export read(ExportRecord row) {
        return new Export(
                row.getId(),
                new Export.Asked(row.getAskedBy(), row.getAskedName(), row.getMadeAt()),
                Export.State.valueOf(row.getState()),
                new Export.Contents(
                        row.getParties(), row.getCases(), row.getDocuments(), row.getSize()),
                Optional.ofNullable(row.getReadyAt()));
    }
}
