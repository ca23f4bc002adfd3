// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.kbo.internal;

import static be.onthaal.kbo.internal.db.Tables.EXTRACT;

import be.onthaal.access.Caller;
import be.onthaal.common.Message;
import be.onthaal.database.Json;
import be.onthaal.kbo.Extract;
import be.onthaal.kbo.ExtractAbout;
import be.onthaal.kbo.RegisterState;
import be.onthaal.kbo.internal.db.tables.records.ExtractRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Keeps in PostgreSQL which extracts were offered and how far they are. */
@Component
class ExtractStore {

    private static final String LOCK = "kbo.extract";

    private final DSLContext sql;

    ExtractStore(DSLContext sql) {
        this.sql = sql;
    }

    void insert(ExtractFiles.Offered offered, boolean activities, Caller by, Instant now) {
        sql.insertInto(EXTRACT)
                .set(EXTRACT.ID, offered.id())
                .set(EXTRACT.NUMBER, offered.about().number())
                .set(EXTRACT.KIND, offered.about().kind().name())
                .set(EXTRACT.SNAPSHOT_ON, offered.about().snapshotOn())
                .set(EXTRACT.VERSION, offered.about().version())
                .set(EXTRACT.FILE, offered.name())
                .set(EXTRACT.SIZE, offered.size())
                .set(EXTRACT.SHA256, offered.sha256())
                .set(EXTRACT.ACTIVITIES, activities)
                .set(EXTRACT.ASKED_BY, by.actor())
                .set(EXTRACT.ASKED_NAME, by.name())
                .set(EXTRACT.STATE, Extract.State.LOADING.name())
                .set(EXTRACT.MADE_AT, now)
                .execute();
    }

    /** Until the end of this transaction nobody else works on an extract; false when one does. */
    boolean lock() {
        return sql.select(
                        DSL.function(
                                "pg_try_advisory_xact_lock",
                                SQLDataType.BOOLEAN,
                                DSL.function(
                                        "hashtextextended",
                                        SQLDataType.BIGINT,
                                        DSL.inline(LOCK),
                                        DSL.inline(0))))
                .fetchSingle()
                .value1();
    }

    Optional<Extract> atWork() {
        return sql.selectFrom(EXTRACT)
                .where(EXTRACT.STATE.eq(Extract.State.LOADING.name()))
                .fetchOptional(ExtractStore::read);
    }

    Optional<Extract> find(UUID id) {
        return sql.selectFrom(EXTRACT).where(EXTRACT.ID.eq(id)).fetchOptional(ExtractStore::read);
    }

    List<Extract> list(int most) {
        return sql.selectFrom(EXTRACT)
                .orderBy(EXTRACT.MADE_AT.desc(), EXTRACT.ID.desc())
                .limit(most)
                .fetch(ExtractStore::read);
    }

    /** The extract that is shown now. */
    Optional<RegisterState.Shown> shown() {
        return sql.selectFrom(EXTRACT)
                .where(EXTRACT.STATE.eq(Extract.State.TAKEN.name()))
                .orderBy(EXTRACT.FINISHED_AT.desc())
                .limit(1)
                .fetchOptional(row ->
                        new RegisterState.Shown(about(row), row.getFinishedAt(), counts(row)));
    }

    void reading(UUID id, long rows) {
        sql.update(EXTRACT).set(EXTRACT.READING, rows).where(EXTRACT.ID.eq(id)).execute();
    }

    void finished(UUID id, long millis, Map<String, Long> counts) {
        sql.update(EXTRACT)
                .set(EXTRACT.MILLIS, DSL.arrayAppend(EXTRACT.MILLIS, millis))
                .set(EXTRACT.COUNTS, Json.of(counts))
                .set(EXTRACT.READING, 0L)
                .set(EXTRACT.FAILURES, 0)
                .where(EXTRACT.ID.eq(id))
                .execute();
    }

    void taken(UUID id, Instant now) {
        sql.update(EXTRACT)
                .set(EXTRACT.STATE, Extract.State.TAKEN.name())
                .set(EXTRACT.FINISHED_AT, now)
                .where(EXTRACT.ID.eq(id))
                .execute();
    }

    void refused(UUID id, Message why, Instant now) {
        sql.update(EXTRACT)
                .set(EXTRACT.STATE, Extract.State.REFUSED.name())
                .set(EXTRACT.PROBLEM, Json.of(why))
                .set(EXTRACT.FINISHED_AT, now)
                .where(EXTRACT.ID.eq(id))
                .execute();
    }

    /** Counts a failure that nobody foresaw; returns how many there were in a row. */
    int failed(UUID id) {
        return sql.update(EXTRACT)
                .set(EXTRACT.FAILURES, EXTRACT.FAILURES.plus(1))
                .where(EXTRACT.ID.eq(id))
                .returning(EXTRACT.FAILURES)
                .fetchSingle(EXTRACT.FAILURES);
    }

    private static Extract read(ExtractRecord row) {
        ExtractAbout about = about(row);
        return new Extract(
                row.getId(),
                about,
                new Extract.Kept(
                        row.getFile(), row.getSize(), row.getSha256(), row.getActivities()),
                row.getAskedName(),
                Extract.State.valueOf(row.getState()),
                progress(about.kind(), row),
                counts(row),
                Optional.ofNullable(row.getProblem()).map(why -> Json.read(why, Message.class)),
                row.getMadeAt(),
                Optional.ofNullable(row.getFinishedAt()));
    }

    private static Extract.Progress progress(ExtractAbout.Kind kind, ExtractRecord row) {
        List<Step> steps = Step.of(kind);
        Long[] millis = row.getMillis();
        List<Extract.Step> finished = new ArrayList<>();
        for (int i = 0; i < Math.min(millis.length, steps.size()); i++) {
            finished.add(new Extract.Step(steps.get(i).name(), millis[i]));
        }
        return new Extract.Progress(finished, steps.size(), row.getReading());
    }

    private static ExtractAbout about(ExtractRecord row) {
        return new ExtractAbout(
                ExtractAbout.Kind.valueOf(row.getKind()),
                row.getNumber(),
                row.getSnapshotOn(),
                row.getVersion());
    }

    private static Map<String, Long> counts(ExtractRecord row) {
        Map<String, Long> counts = new HashMap<>();
        Json.read(row.getCounts(), Map.class)
                .forEach((table, rows) ->
                        counts.put(String.valueOf(table), ((Number) rows).longValue()));
        return counts;
    }
}
