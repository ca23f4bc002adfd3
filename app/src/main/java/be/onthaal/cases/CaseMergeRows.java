// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import static be.onthaal.cases.internal.db.Tables.CASE_FILE;
import static be.onthaal.cases.internal.db.Tables.MERGING;

import be.onthaal.access.Callers;
import be.onthaal.cases.internal.db.tables.records.MergingRecord;
import be.onthaal.database.Ids;
import be.onthaal.database.Part;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.TableField;
import org.springframework.stereotype.Component;

/** Keeps which case was merged into which, and what it takes to undo that. */
@Component
class CaseMergeRows {

    private static final int MOST = 200;

    private final DSLContext sql;

    CaseMergeRows(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * A merge that was not undone.
     *
     * @param head the case that goes on at the end of the line
     * @param before the case that goes on, as it was without any merge
     * @param gone the case that ended, as it was
     */
    record Merging(
            UUID id, CaseId from, CaseId into, CaseId head, Before before, Gone gone, Instant at) {}

    /** The term of a case without what was merged into it. */
    record Before(LocalDate startsOn, Optional<LocalDate> given, int extension) {}

    /**
     * How a case was that ended, and what became of its open tasks.
     *
     * @param along those that are done in the case that goes on
     */
    record Gone(
            CaseStatus status,
            LocalDate startsOn,
            LocalDate dueOn,
            List<UUID> dropped,
            List<UUID> along) {}

    void insert(CaseId from, CaseId into, Before before, Gone gone, String reason, Instant now) {
        sql.insertInto(MERGING)
                .set(MERGING.AUTHORITY_ID, authority())
                .set(MERGING.ID, Ids.next())
                .set(MERGING.GONE_ID, from.value())
                .set(MERGING.INTO_ID, into.value())
                .set(MERGING.HEAD_ID, into.value())
                .set(MERGING.REASON, reason)
                .set(MERGING.GONE_STATUS, gone.status().name())
                .set(MERGING.STARTS_ON, before.startsOn())
                .set(MERGING.DUE_GIVEN, before.given().orElse(null))
                .set(MERGING.EXTENSION, before.extension())
                .set(MERGING.GONE_STARTS_ON, gone.startsOn())
                .set(MERGING.GONE_DUE_ON, gone.dueOn())
                .set(MERGING.DROPPED, gone.dropped().toArray(UUID[]::new))
                .set(MERGING.ALONG, gone.along().toArray(UUID[]::new))
                .set(MERGING.MERGED_AT, now)
                .set(MERGING.MERGED_BY, Callers.current().name())
                .execute();
    }

    /** By which a case ended. */
    Optional<Merging> of(CaseId gone) {
        return sql.selectFrom(MERGING)
                .where(live())
                .and(MERGING.GONE_ID.eq(gone.value()))
                .fetchOptional(CaseMergeRows::read);
    }

    /** What was merged into a case itself, in that order. */
    List<Merging> into(CaseId id) {
        return sql.selectFrom(MERGING)
                .where(live())
                .and(MERGING.INTO_ID.eq(id.value()))
                .orderBy(MERGING.MERGED_AT, MERGING.ID)
                .fetch(CaseMergeRows::read);
    }

    /** The case that goes on instead of this one: mostly itself. */
    CaseId head(CaseId id) {
        return of(id).map(Merging::head).orElse(id);
    }

    /** A case and all that was merged into it, at any depth. */
    List<CaseId> members(CaseId id) {
        List<CaseId> members = new ArrayList<>(List.of(id));
        sql.select(MERGING.GONE_ID)
                .from(MERGING)
                .where(live())
                .and(MERGING.HEAD_ID.eq(id.value()))
                .orderBy(MERGING.MERGED_AT, MERGING.ID)
                .limit(MOST)
                .forEach(row -> members.add(new CaseId(row.value1())));
        return List.copyOf(members);
    }

    /** Everything that was merged into a case leads to another from now on, or to itself again. */
    void lead(Collection<CaseId> gone, CaseId head) {
        sql.update(MERGING)
                .set(MERGING.HEAD_ID, head.value())
                .where(live())
                .and(MERGING.GONE_ID.in(gone.stream().map(CaseId::value).toList()))
                .execute();
    }

    /** What was merged into a case, directly or into what was merged into it. */
    List<CaseId> below(CaseId id) {
        List<CaseId> below = new ArrayList<>();
        List<UUID> level = List.of(id.value());
        while (!level.isEmpty() && below.size() < MOST) {
            level =
                    sql.select(MERGING.GONE_ID)
                            .from(MERGING)
                            .where(live())
                            .and(MERGING.INTO_ID.in(level))
                            .fetch(MERGING.GONE_ID);
            level.forEach(gone -> below.add(new CaseId(gone)));
        }
        return List.copyOf(below);
    }

    void undone(Merging merging, Instant now) {
        sql.update(MERGING)
                .set(MERGING.UNDONE_AT, now)
                .set(MERGING.UNDONE_BY, Callers.current().name())
                .where(MERGING.AUTHORITY_ID.eq(authority()))
                .and(MERGING.ID.eq(merging.id()))
                .execute();
    }

    /** What was merged into a case, of what the caller sees, in that order: a part of a page. */
    Part<List<MergedCase>> inside(CaseId head) {
        return Part.all(
                sql.select(CaseRows.LINE)
                        .select(CASE_FILE.ORIGIN_KIND, CASE_FILE.ORIGIN_ID)
                        .select(MERGING.REASON, MERGING.MERGED_AT, MERGING.MERGED_BY)
                        .from(MERGING)
                        .join(CASE_FILE)
                        .on(joined(MERGING.GONE_ID))
                        .where(live())
                        .and(MERGING.HEAD_ID.eq(head.value()))
                        .orderBy(MERGING.MERGED_AT, MERGING.ID)
                        .limit(MOST),
                CaseMergeRows::seen);
    }

    /** What a case was merged into, if the caller sees that: a part of a page. */
    Part<Optional<MergedCase>> outside(CaseId gone) {
        return Part.one(
                sql.select(CaseRows.LINE)
                        .select(CASE_FILE.ORIGIN_KIND, CASE_FILE.ORIGIN_ID)
                        .select(MERGING.REASON, MERGING.MERGED_AT, MERGING.MERGED_BY)
                        .from(MERGING)
                        .join(CASE_FILE)
                        .on(joined(MERGING.HEAD_ID))
                        .where(live())
                        .and(MERGING.GONE_ID.eq(gone.value())),
                CaseMergeRows::seen);
    }

    private static Condition joined(TableField<MergingRecord, UUID> end) {
        return CASE_FILE.AUTHORITY_ID.eq(MERGING.AUTHORITY_ID).and(CASE_FILE.ID.eq(end));
    }

    private static MergedCase seen(Record row) {
        return new MergedCase(
                CaseRows.line(row),
                Optional.ofNullable(row.get(CASE_FILE.ORIGIN_ID))
                        .map(id -> new Origin(row.get(CASE_FILE.ORIGIN_KIND), id)),
                row.get(MERGING.REASON),
                row.get(MERGING.MERGED_AT),
                row.get(MERGING.MERGED_BY));
    }

    private static Merging read(MergingRecord row) {
        return new Merging(
                row.getId(),
                new CaseId(row.getGoneId()),
                new CaseId(row.getIntoId()),
                new CaseId(row.getHeadId()),
                new Before(
                        row.getStartsOn(),
                        Optional.ofNullable(row.getDueGiven()),
                        row.getExtension()),
                new Gone(
                        CaseStatus.valueOf(row.getGoneStatus()),
                        row.getGoneStartsOn(),
                        row.getGoneDueOn(),
                        Arrays.asList(row.getDropped()),
                        Arrays.asList(row.getAlong())),
                row.getMergedAt());
    }

    private static Condition live() {
        return MERGING.AUTHORITY_ID.eq(authority()).and(MERGING.UNDONE_AT.isNull());
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
