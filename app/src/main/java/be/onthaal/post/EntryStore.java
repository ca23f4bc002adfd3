// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import static be.onthaal.post.internal.db.Tables.ENTRY;

import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.common.NotFound;
import be.onthaal.common.PublicNumber;
import be.onthaal.database.Part;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.party.PartyId;
import be.onthaal.post.internal.db.Routines;
import be.onthaal.post.internal.db.Tables;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Keeps entries in PostgreSQL. */
@Component
class EntryStore {

    private final DSLContext sql;

    EntryStore(DSLContext sql) {
        this.sql = sql;
    }

    RegisterEntry get(EntryId id) {
        return sql.selectFrom(ENTRY)
                .where(is(id))
                .fetchOptional(EntryRows::read)
                .orElseThrow(() -> new NotFound("post.entry"));
    }

    Part<RegisterEntry> part(EntryId id) {
        return Part.one(sql.selectFrom(ENTRY).where(is(id)), EntryRows::read)
                .then(found -> found.orElseThrow(() -> new NotFound("post.entry")));
    }

    /** The entry, which nobody else can change before this transaction ends. */
    RegisterEntry locked(EntryId id) {
        return sql.selectFrom(ENTRY)
                .where(is(id))
                .forUpdate()
                .fetchOptional(EntryRows::read)
                .orElseThrow(() -> new NotFound("post.entry"));
    }

    Optional<RegisterEntry> find(Source source) {
        return sql.selectFrom(ENTRY)
                .where(ENTRY.AUTHORITY_ID.eq(authority()))
                .and(ENTRY.SOURCE_KIND.eq(source.kind()))
                .and(ENTRY.SOURCE_ID.eq(source.id()))
                .fetchOptional(EntryRows::read);
    }

    /** The entry with this number. */
    Optional<RegisterEntry> find(PublicNumber number) {
        String prefix = number.prefix();
        return sql.selectFrom(ENTRY)
                .where(ENTRY.AUTHORITY_ID.eq(authority()))
                .and(ENTRY.BOOK.eq(prefix.substring(1)))
                .and(ENTRY.DIRECTION.eq(prefix.startsWith("U") ? "OUT" : "IN"))
                .and(ENTRY.YEAR.eq(number.year()))
                .and(ENTRY.SEQUENCE.eq(number.sequence()))
                .fetchOptional(EntryRows::read)
                .filter(found -> found.number().equals(number));
    }

    /** Keeps a new entry; false when its source was registered meanwhile, out of sight. */
    boolean insert(RegisterEntry entry) {
        Piece piece = entry.piece();
        RegisterEntry.Filing filing = entry.filing();
        return sql.insertInto(ENTRY)
                        .set(ENTRY.AUTHORITY_ID, authority())
                        .set(ENTRY.ID, entry.id().value())
                        .set(ENTRY.DIRECTION, entry.direction().name())
                        .set(ENTRY.YEAR, entry.number().year())
                        .set(ENTRY.SEQUENCE, entry.number().sequence())
                        .set(ENTRY.NUMBER, entry.number().display())
                        .set(ENTRY.CHANNEL, piece.channel().name())
                        .set(ENTRY.RECEIVED_ON, piece.on())
                        .set(ENTRY.REGISTERED_AT, filing.at())
                        .set(ENTRY.REGISTERED_BY, filing.by())
                        .set(ENTRY.SUBJECT, piece.subject())
                        .set(ENTRY.CORRESPONDENT, piece.correspondent())
                        .set(ENTRY.PARTY_ID, piece.party().map(PartyId::value).orElse(null))
                        .set(ENTRY.UNIT_ID, filing.unit().value())
                        .set(ENTRY.CONFIDENTIALITY, filing.confidentiality().level())
                        .set(ENTRY.STATE, entry.handling().state().name())
                        .set(ENTRY.HANDLED_AT, entry.handling().at().orElse(null))
                        .set(ENTRY.HANDLED_BY, entry.handling().by().orElse(null))
                        .set(ENTRY.OUTCOME, entry.handling().outcome().orElse(null))
                        .set(ENTRY.SOURCE_KIND, filing.source().map(Source::kind).orElse(null))
                        .set(ENTRY.SOURCE_ID, filing.source().map(Source::id).orElse(null))
                        .set(ENTRY.CASE_ID, entry.caseLink().map(CaseLink::id).orElse(null))
                        .set(ENTRY.CASE_NUMBER, entry.caseLink().map(CaseLink::number).orElse(null))
                        .set(ENTRY.ANSWERS_ID, entry.answers().map(EntryId::value).orElse(null))
                        .set(ENTRY.BOOK, entry.particulars().book())
                        .set(EntryRows.written(entry))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Writes what became of it and what it says now. */
    void update(RegisterEntry entry) {
        Piece piece = entry.piece();
        sql.update(ENTRY)
                .set(ENTRY.CHANNEL, piece.channel().name())
                .set(ENTRY.RECEIVED_ON, piece.on())
                .set(ENTRY.SUBJECT, piece.subject())
                .set(ENTRY.CORRESPONDENT, piece.correspondent())
                .set(ENTRY.PARTY_ID, piece.party().map(PartyId::value).orElse(null))
                .set(ENTRY.ANSWERS_ID, entry.answers().map(EntryId::value).orElse(null))
                .set(EntryRows.written(entry))
                .set(ENTRY.STATE, entry.handling().state().name())
                .set(ENTRY.HANDLED_AT, entry.handling().at().orElse(null))
                .set(ENTRY.HANDLED_BY, entry.handling().by().orElse(null))
                .set(ENTRY.OUTCOME, entry.handling().outcome().orElse(null))
                .set(ENTRY.CASE_ID, entry.caseLink().map(CaseLink::id).orElse(null))
                .set(ENTRY.CASE_NUMBER, caseNumber(entry))
                .where(is(entry.id()))
                .execute();
    }

    /** The number of the case it belongs to, or belonged to before that was destroyed. */
    Optional<String> caseNumber(EntryId id) {
        return sql.select(ENTRY.CASE_NUMBER)
                .from(ENTRY)
                .where(is(id))
                .fetchOptional(ENTRY.CASE_NUMBER);
    }

    void route(EntryId id, UnitId unit) {
        Routines.route(sql.configuration(), id.value(), unit.value());
    }

    /** Gives it to a unit, at least as confidential as this; the caller may not see it after. */
    void bring(EntryId id, UnitId unit, Confidentiality level) {
        Routines.bring(sql.configuration(), id.value(), unit.value(), level.level());
    }

    /** Moves what belongs to a case that went to another unit; those that moved, as they were. */
    List<RegisterEntry> followCase(UUID caseId, UnitId unit, Confidentiality level) {
        return sql
                .selectFrom(Tables.WITH_CASE(caseId, unit.value(), level.level()))
                .fetch()
                .stream()
                .map(row -> EntryRows.read(row.into(ENTRY)))
                .toList();
    }

    /** Moves what waits for a unit that closed; also what the caller himself may not see. */
    List<RegisterEntry> follow(UnitId closed, UnitId successor) {
        return sql.selectFrom(Tables.FOLLOW(closed.value(), successor.value())).fetch().stream()
                .map(row -> EntryRows.read(row.into(ENTRY)))
                .toList();
    }

    /** Takes open entries from somebody who left; those that he had, as they were. */
    List<RegisterEntry> release(EmployeeId gone) {
        return sql.selectFrom(Tables.RELEASED(gone.value())).fetch().stream()
                .map(row -> EntryRows.read(row.into(ENTRY)))
                .toList();
    }

    /** The entry that a barcode belongs to, by its number and moment, whoever may see it. */
    Optional<Scanned> scanned(Barcode code) {
        return sql.selectFrom(Tables.SCANNED(code.value()))
                .fetchOptional(row -> new Scanned(row.getNumber(), row.getRegisteredAt()));
    }

    /** An entry of which nothing more may be told. */
    record Scanned(String number, Instant at) {}

    /** The number stays when the case is destroyed. */
    private static Field<String> caseNumber(RegisterEntry entry) {
        return entry.caseLink()
                .<Field<String>>map(link -> DSL.val(link.number()))
                .orElse(ENTRY.CASE_NUMBER);
    }

    private static Condition is(EntryId id) {
        return ENTRY.AUTHORITY_ID.eq(authority()).and(ENTRY.ID.eq(id.value()));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
