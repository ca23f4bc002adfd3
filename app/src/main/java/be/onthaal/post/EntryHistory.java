// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import static be.onthaal.post.internal.db.Tables.CHANGE;

import be.onthaal.access.Callers;
import be.onthaal.database.Ids;
import be.onthaal.database.Part;
import be.onthaal.party.PartyId;
import be.onthaal.post.Change.Field;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The history of entries: every change, with the old and the new value. */
@Component
class EntryHistory {

    private static final int MOST = 200;

    private final DSLContext sql;
    private final Clock clock;

    EntryHistory(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Keeps how an entry differs from what it was. */
    void changed(RegisterEntry before, RegisterEntry after) {
        Map<Field, String> was = facts(before);
        facts(after)
                .forEach((field, becomes) ->
                        note(after.id(), field, was.getOrDefault(field, ""), becomes));
    }

    /** Keeps how its company differs. */
    void changed(EntryId id, Company before, Company after) {
        note(id, Field.OTHERS, before.names(), after.names());
        note(id, Field.COPIES, before.units(), after.units());
    }

    /** Keeps one field, unless it stayed as it was. */
    void note(EntryId id, Field field, Object was, String becomes) {
        if (becomes.equals(was)) {
            return;
        }
        sql.insertInto(CHANGE)
                .set(CHANGE.AUTHORITY_ID, authority())
                .set(CHANGE.ID, Ids.next())
                .set(CHANGE.ENTRY_ID, id.value())
                .set(CHANGE.AT, clock.instant())
                .set(CHANGE.BY, Callers.current().name())
                .set(CHANGE.FIELD, field.name())
                .set(CHANGE.WAS, was.toString())
                .set(CHANGE.BECOMES, becomes)
                .execute();
    }

    /** What changed in an entry, the last first. */
    Part<List<Change>> of(EntryId id) {
        return Part.all(
                sql.select(CHANGE.AT, CHANGE.BY, CHANGE.FIELD, CHANGE.WAS, CHANGE.BECOMES)
                        .from(CHANGE)
                        .where(CHANGE.AUTHORITY_ID.eq(authority()))
                        .and(CHANGE.ENTRY_ID.eq(id.value()))
                        .orderBy(CHANGE.AT.desc(), CHANGE.ID)
                        .limit(MOST),
                row ->
                        new Change(
                                row.value1(),
                                row.value2(),
                                Field.valueOf(row.value3()),
                                row.value4(),
                                row.value5()));
    }

    private static Map<Field, String> facts(RegisterEntry entry) {
        Map<Field, String> facts = new EnumMap<>(Field.class);
        Piece piece = entry.piece();
        facts.put(Field.RECEIVED, piece.on().toString());
        facts.put(Field.SUBJECT, piece.subject());
        facts.put(Field.CORRESPONDENT, piece.correspondent());
        facts.put(Field.CUSTOMER, said(piece.party().map(PartyId::toString)));
        facts.put(Field.UNIT, entry.filing().unit().toString());
        facts.put(Field.CONFIDENTIALITY, entry.filing().confidentiality().name());
        facts.put(Field.STATE, entry.handling().state().name());
        facts.put(Field.OUTCOME, said(entry.handling().outcome()));
        facts.put(Field.CASE, said(entry.caseLink().map(CaseLink::number)));
        facts.put(Field.ANSWERS, said(entry.answers()));
        particulars(entry.particulars(), facts);
        return facts;
    }

    private static void particulars(Particulars more, Map<Field, String> facts) {
        facts.put(Field.KIND, more.kind().name());
        facts.put(Field.DATED, said(more.writing().dated()));
        facts.put(Field.THEIR_REFERENCE, more.writing().theirReference());
        facts.put(Field.OUR_REFERENCE, more.writing().ourReference());
        facts.put(Field.ANNEXES, String.valueOf(more.writing().annexes()));
        facts.put(Field.PLACE, more.paper().place());
        facts.put(Field.BARCODE, said(more.paper().barcode()));
        facts.put(Field.UNOPENED, String.valueOf(more.paper().unopened()));
        facts.put(Field.DUE, said(more.care().dueOn()));
        facts.put(Field.HANDLER, said(more.care().handler()));
        facts.put(Field.REASON, more.care().lateReason());
    }

    private static String said(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
