// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import static be.onthaal.cases.internal.db.Tables.CASE_FILE;

import be.onthaal.access.Callers;
import be.onthaal.access.UnitId;
import be.onthaal.cases.internal.db.Routines;
import be.onthaal.cases.internal.db.Tables;
import be.onthaal.common.NotFound;
import be.onthaal.common.PublicNumber;
import be.onthaal.database.Part;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.party.PartyId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Keeps case files in PostgreSQL. */
@Component
class CaseStore {

    private final DSLContext sql;

    CaseStore(DSLContext sql) {
        this.sql = sql;
    }

    CaseFile get(CaseId id) {
        return sql.selectFrom(CASE_FILE)
                .where(is(id))
                .fetchOptional(CaseRows::file)
                .orElseThrow(() -> new NotFound("cases.case"));
    }

    Part<CaseFile> part(CaseId id) {
        return Part.one(sql.selectFrom(CASE_FILE).where(is(id)), CaseRows::file)
                .then(found -> found.orElseThrow(() -> new NotFound("cases.case")));
    }

    /** The case, which nobody else can change before this transaction ends. */
    CaseFile locked(CaseId id) {
        return sql.selectFrom(CASE_FILE)
                .where(is(id))
                .forUpdate()
                .fetchOptional(CaseRows::file)
                .orElseThrow(() -> new NotFound("cases.case"));
    }

    Optional<CaseFile> find(PublicNumber number) {
        return sql.selectFrom(CASE_FILE)
                .where(CASE_FILE.AUTHORITY_ID.eq(authority()))
                .and(CASE_FILE.NUMBER.eq(number.display()))
                .fetchOptional(CaseRows::file);
    }

    Optional<CaseFile> find(Origin origin) {
        return sql.selectFrom(CASE_FILE)
                .where(CASE_FILE.AUTHORITY_ID.eq(authority()))
                .and(CASE_FILE.ORIGIN_KIND.eq(origin.kind()))
                .and(CASE_FILE.ORIGIN_ID.eq(origin.id()))
                .fetchOptional(CaseRows::file);
    }

    /** Writes a new case; false when another one was opened from the same origin meanwhile. */
    boolean insert(CaseFile file) {
        CaseFile.Matter matter = file.matter();
        return sql.insertInto(CASE_FILE)
                        .set(CASE_FILE.AUTHORITY_ID, authority())
                        .set(CASE_FILE.ID, file.id().value())
                        .set(CASE_FILE.NUMBER, file.number().display())
                        .set(CASE_FILE.TYPE_ID, matter.typeId())
                        .set(CASE_FILE.TYPE_CODE, matter.typeCode())
                        .set(CASE_FILE.TYPE_NAME, matter.typeName())
                        .set(CASE_FILE.SUBJECT, matter.subject())
                        .set(CASE_FILE.DESCRIPTION, matter.description())
                        .set(CASE_FILE.CONFIDENTIALITY, matter.confidentiality().level())
                        .set(
                                CASE_FILE.PARTY_ID,
                                file.customer().party().map(PartyId::value).orElse(null))
                        .set(CASE_FILE.PARTY_NAME, file.customer().name())
                        .set(CASE_FILE.UNIT_ID, file.placement().unit().value())
                        .set(
                                CASE_FILE.HANDLER_ID,
                                file.placement().handler().map(EmployeeId::value).orElse(null))
                        .set(CASE_FILE.HANDLER_NAME, file.placement().handlerName())
                        .set(CASE_FILE.PHASE, file.progress().phase())
                        .set(CASE_FILE.PHASE_SINCE, file.progress().since())
                        .set(CASE_FILE.FIELDS, FilledText.values(file.filled()))
                        .set(CASE_FILE.FIELD_WHYS, FilledText.whys(file.filled()))
                        .set(CASE_FILE.STATUS, file.progress().status().name())
                        .set(CASE_FILE.CHANNEL, file.intake().channel().name())
                        .set(CASE_FILE.OPENED_AT, file.intake().openedAt())
                        .set(
                                CASE_FILE.ORIGIN_KIND,
                                file.intake().origin().map(Origin::kind).orElse(null))
                        .set(
                                CASE_FILE.ORIGIN_ID,
                                file.intake().origin().map(Origin::id).orElse(null))
                        .set(CASE_FILE.STARTS_ON, file.term().startsOn())
                        .set(CASE_FILE.DUE_ON, file.term().dueOn())
                        .set(CASE_FILE.DUE_WHY, Explanation.of(file.term().why()))
                        .set(CASE_FILE.DUE_GIVEN, file.term().given().orElse(null))
                        .set(CASE_FILE.REVISION, file.progress().revision())
                        .set(CASE_FILE.CHANGED_AT, file.progress().changed().at())
                        .set(CASE_FILE.CHANGED_BY, file.progress().changed().by())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Writes who handles it and how far it is. */
    void update(CaseFile file) {
        CaseFile.Progress progress = file.progress();
        Optional<CaseFile.Closing> closing = progress.closing();
        sql.update(CASE_FILE)
                .set(
                        CASE_FILE.HANDLER_ID,
                        file.placement().handler().map(EmployeeId::value).orElse(null))
                .set(CASE_FILE.HANDLER_NAME, file.placement().handlerName())
                .set(CASE_FILE.STATUS, progress.status().name())
                .set(CASE_FILE.CLOSED_AT, closing.map(CaseFile.Closing::at).orElse(null))
                .set(CASE_FILE.CLOSED_BY, closing.map(CaseFile.Closing::by).orElse(null))
                .set(CASE_FILE.RESULT_CODE, closing.map(CaseFile.Closing::resultCode).orElse(null))
                .set(
                        CASE_FILE.RETENTION_ACTION,
                        closing.map(end -> end.retention().name()).orElse(null))
                .set(
                        CASE_FILE.RETENTION_UNTIL,
                        closing.flatMap(CaseFile.Closing::keepUntil).orElse(null))
                .set(CASE_FILE.REVISION, progress.revision())
                .set(CASE_FILE.CHANGED_AT, progress.changed().at())
                .set(CASE_FILE.CHANGED_BY, progress.changed().by())
                .where(is(file.id()))
                .execute();
    }

    /** Writes in which phase it is and what is filled in about it. */
    void work(CaseFile file) {
        sql.update(CASE_FILE)
                .set(CASE_FILE.PHASE, file.progress().phase())
                .set(CASE_FILE.PHASE_SINCE, file.progress().since())
                .set(CASE_FILE.FIELDS, FilledText.values(file.filled()))
                .set(CASE_FILE.FIELD_WHYS, FilledText.whys(file.filled()))
                .set(CASE_FILE.REVISION, file.progress().revision())
                .set(CASE_FILE.CHANGED_AT, file.progress().changed().at())
                .set(CASE_FILE.CHANGED_BY, file.progress().changed().by())
                .where(is(file.id()))
                .execute();
    }

    /** Writes which version of its type it has, with what that knows of it. */
    void version(CaseFile file) {
        sql.update(CASE_FILE)
                .set(CASE_FILE.TYPE_ID, file.matter().typeId())
                .set(CASE_FILE.TYPE_NAME, file.matter().typeName())
                .where(is(file.id()))
                .execute();
        work(file);
    }

    /** Writes when it must be done. */
    void time(CaseFile file) {
        sql.update(CASE_FILE)
                .set(CASE_FILE.DUE_ON, file.term().dueOn())
                .set(CASE_FILE.DUE_WHY, Explanation.of(file.term().why()))
                .set(CASE_FILE.EXTENSION, file.term().extension())
                .where(is(file.id()))
                .execute();
    }

    /** Writes from when its term is reckoned too, and the end that it was given. */
    void retime(CaseFile file) {
        sql.update(CASE_FILE)
                .set(CASE_FILE.STARTS_ON, file.term().startsOn())
                .set(CASE_FILE.DUE_GIVEN, file.term().given().orElse(null))
                .where(is(file.id()))
                .execute();
        time(file);
    }

    /** The case as it is, which nobody closes before this transaction ends. */
    CaseFile held(CaseId id) {
        return sql.selectFrom(CASE_FILE)
                .where(is(id))
                .forShare()
                .fetchOptional(CaseRows::file)
                .orElseThrow(() -> new NotFound("cases.case"));
    }

    /** The customer was heard: what somebody read of the case before is not all of it any more. */
    void heard(CaseId id, CaseFile.Changed change) {
        sql.update(CASE_FILE)
                .set(CASE_FILE.REVISION, CASE_FILE.REVISION.plus(1))
                .set(CASE_FILE.CHANGED_AT, change.at())
                .set(CASE_FILE.CHANGED_BY, change.by())
                .where(is(id))
                .execute();
    }

    /** The open cases that come after this one in the order in which they were made. */
    List<CaseFile> openAfter(Optional<CaseId> after, int most) {
        return sql.selectFrom(CASE_FILE)
                .where(CASE_FILE.AUTHORITY_ID.eq(authority()))
                .and(CASE_FILE.STATUS.ne(CaseStatus.CLOSED.name()))
                .and(after.map(id -> CASE_FILE.ID.gt(id.value())).orElse(DSL.noCondition()))
                .orderBy(CASE_FILE.ID)
                .limit(most)
                .fetch(CaseRows::file);
    }

    /** Cuts a case loose from where it came from and from its customer. */
    void unbind(CaseId id) {
        sql.update(CASE_FILE)
                .setNull(CASE_FILE.ORIGIN_KIND)
                .setNull(CASE_FILE.ORIGIN_ID)
                .setNull(CASE_FILE.PARTY_ID)
                .set(CASE_FILE.PARTY_NAME, "")
                .where(is(id))
                .execute();
    }

    /** Gives a case with its open tasks to a unit; the caller may not see it any more after. */
    void move(CaseId id, UnitId unit, CaseFile.Changed change) {
        Routines.move(sql.configuration(), id.value(), unit.value(), change.by(), change.at());
    }

    /** Moves the work of a unit that closed; also what the caller himself may not see. */
    List<CaseFile> follow(UnitId closed, UnitId successor, CaseFile.Changed change) {
        var moved = Tables.FOLLOW(closed.value(), successor.value(), change.by(), change.at());
        return sql.selectFrom(moved).fetch().stream()
                .map(row -> CaseRows.file(row.into(CASE_FILE)))
                .toList();
    }

    /** Frees the work of somebody who left; also what the caller himself may not see. */
    List<CaseFile> leave(EmployeeId leaver, CaseFile.Changed change) {
        var freed = Tables.LEAVE(leaver.value(), change.by(), change.at());
        return sql.selectFrom(freed).fetch().stream()
                .map(row -> CaseRows.file(row.into(CASE_FILE)))
                .toList();
    }

    private static Condition is(CaseId id) {
        return CASE_FILE.AUTHORITY_ID.eq(authority()).and(CASE_FILE.ID.eq(id.value()));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
