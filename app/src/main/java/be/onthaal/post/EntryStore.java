// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import static be.onthaal.post.internal.db.Tables.ENTRY;

import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.common.Channel;
import be.onthaal.common.NotFound;
import be.onthaal.common.PublicNumber;
import be.onthaal.database.Part;
import be.onthaal.party.PartyId;
import be.onthaal.post.internal.db.Routines;
import be.onthaal.post.internal.db.Tables;
import be.onthaal.post.internal.db.tables.records.EntryRecord;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
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
                .fetchOptional(EntryStore::read)
                .orElseThrow(() -> new NotFound("post.entry"));
    }

    Part<RegisterEntry> part(EntryId id) {
        return Part.one(sql.selectFrom(ENTRY).where(is(id)), EntryStore::read)
                .then(found -> found.orElseThrow(() -> new NotFound("post.entry")));
    }

    /** The entry, which nobody else can change before this transaction ends. */
    RegisterEntry locked(EntryId id) {
        return sql.selectFrom(ENTRY)
                .where(is(id))
                .forUpdate()
                .fetchOptional(EntryStore::read)
                .orElseThrow(() -> new NotFound("post.entry"));
    }

    Optional<RegisterEntry> find(Source source) {
        return sql.selectFrom(ENTRY)
                .where(ENTRY.AUTHORITY_ID.eq(authority()))
                .and(ENTRY.SOURCE_KIND.eq(source.kind()))
                .and(ENTRY.SOURCE_ID.eq(source.id()))
                .fetchOptional(EntryStore::read);
    }

    void insert(RegisterEntry entry) {
        Piece piece = entry.piece();
        RegisterEntry.Filing filing = entry.filing();
        sql.insertInto(ENTRY)
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
                .execute();
    }

    /** Writes what became of it. */
    void update(RegisterEntry entry) {
        sql.update(ENTRY)
                .set(ENTRY.STATE, entry.handling().state().name())
                .set(ENTRY.HANDLED_AT, entry.handling().at().orElse(null))
                .set(ENTRY.HANDLED_BY, entry.handling().by().orElse(null))
                .set(ENTRY.OUTCOME, entry.handling().outcome().orElse(null))
                .set(ENTRY.CASE_ID, entry.caseLink().map(CaseLink::id).orElse(null))
                .set(ENTRY.CASE_NUMBER, entry.caseLink().map(CaseLink::number).orElse(null))
                .where(is(entry.id()))
                .execute();
    }

    void route(EntryId id, UnitId unit) {
        Routines.route(sql.configuration(), id.value(), unit.value());
    }

    /** Gives it to a unit, at least as confidential as this; the caller may not see it after. */
    void bring(EntryId id, UnitId unit, Confidentiality level) {
        Routines.bring(sql.configuration(), id.value(), unit.value(), level.level());
    }

    /** Moves what belongs to a case that went to another unit; those that moved. */
    List<RegisterEntry> followCase(UUID caseId, UnitId unit, Confidentiality level) {
        return sql
                .selectFrom(Tables.WITH_CASE(caseId, unit.value(), level.level()))
                .fetch()
                .stream()
                .map(row -> read(row.into(ENTRY)))
                .toList();
    }

    /** Moves what waits for a unit that closed; also what the caller himself may not see. */
    List<RegisterEntry> follow(UnitId closed, UnitId successor) {
        return sql.selectFrom(Tables.FOLLOW(closed.value(), successor.value())).fetch().stream()
                .map(row -> read(row.into(ENTRY)))
                .toList();
    }

    private static Condition is(EntryId id) {
        return ENTRY.AUTHORITY_ID.eq(authority()).and(ENTRY.ID.eq(id.value()));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }

    static RegisterEntry read(EntryRecord row) {
        var direction = RegisterEntry.Direction.valueOf(row.getDirection());
        return new RegisterEntry(
                new EntryId(row.getId()),
                direction,
                new PublicNumber(direction.prefix(), row.getYear(), row.getSequence()),
                piece(row),
                new RegisterEntry.Filing(
                        row.getRegisteredAt(),
                        row.getRegisteredBy(),
                        new UnitId(row.getUnitId()),
                        Confidentiality.of(row.getConfidentiality()),
                        Optional.ofNullable(row.getSourceId())
                                .map(id -> new Source(row.getSourceKind(), id))),
                new RegisterEntry.Handling(
                        RegisterEntry.EntryState.valueOf(row.getState()),
                        Optional.ofNullable(row.getHandledAt()),
                        Optional.ofNullable(row.getHandledBy()),
                        Optional.ofNullable(row.getOutcome())),
                Optional.ofNullable(row.getCaseId())
                        .map(id -> new CaseLink(id, row.getCaseNumber())),
                Optional.ofNullable(row.getAnswersId()).map(EntryId::new));
    }

    static Piece piece(EntryRecord row) {
        return new Piece(
                Channel.valueOf(row.getChannel()),
                row.getReceivedOn(),
                row.getSubject(),
                row.getCorrespondent(),
                Optional.ofNullable(row.getPartyId()).map(PartyId::new));
    }
}
