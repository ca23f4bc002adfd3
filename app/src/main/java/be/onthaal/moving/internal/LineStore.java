// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal;

import static be.onthaal.moving.internal.db.Tables.LINE;

import be.onthaal.access.Callers;
import be.onthaal.common.Message;
import be.onthaal.database.Json;
import be.onthaal.moving.internal.db.tables.records.LineRecord;
import be.onthaal.moving.internal.reading.Cells;
import be.onthaal.moving.internal.reading.Sheet;
import be.onthaal.moving.internal.reading.SheetRow;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Keeps the rows of transfers and what became of them in PostgreSQL. */
@Component
class LineStore {

    private static final JSONB NOTHING = JSONB.valueOf("{}");
    private static final List<String> ACCEPTED =
            List.of(Verdict.NEW.name(), Verdict.MET.name(), Verdict.SKIPPED.name());

    private final DSLContext sql;

    LineStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Adds rows in their order, from this place on. */
    void add(UUID transfer, int from, List<SheetRow> rows) {
        sql.batchInsert(
                        IntStream.range(0, rows.size())
                                .mapToObj(i -> record(transfer, from + i, rows.get(i)))
                                .toList())
                .execute();
    }

    /** The next rows of one sheet, in their order. */
    List<Line> after(UUID transfer, int seq, int most) {
        List<Line> next =
                sql.selectFrom(LINE)
                        .where(of(transfer))
                        .and(LINE.SEQ.gt(seq))
                        .orderBy(LINE.SEQ)
                        .limit(most)
                        .fetch(LineStore::read);
        return next.stream().takeWhile(line -> line.sheet() == next.getFirst().sheet()).toList();
    }

    /** The last rows that came in new, the last one first. */
    List<Line> newBackwards(UUID transfer, int most) {
        return sql.selectFrom(LINE)
                .where(of(transfer))
                .and(LINE.VERDICT.eq(Verdict.NEW.name()))
                .orderBy(LINE.SEQ.desc())
                .limit(most)
                .fetch(LineStore::read);
    }

    void settle(UUID transfer, Line line, Line.Outcome outcome) {
        sql.update(LINE)
                .set(LINE.VERDICT, outcome.verdict().name())
                .set(LINE.REASON, outcome.reason().map(Json::of).orElse(null))
                .set(LINE.REF, outcome.ref().orElse(null))
                .where(of(transfer))
                .and(LINE.SEQ.eq(line.seq()))
                .execute();
    }

    /** The row number of an earlier row with this key, if it was not refused. */
    Optional<Long> accepted(UUID transfer, Sheet sheet, String key) {
        return acceptedWhere(transfer, sheet, LINE.KEY.eq(key));
    }

    /** The row numbers of earlier rows with these keys, of those that were not refused. */
    Map<String, Long> accepted(UUID transfer, Sheet sheet, Collection<String> keys) {
        return sql.select(LINE.KEY, DSL.min(LINE.LINE_))
                .from(LINE)
                .where(of(transfer))
                .and(LINE.SHEET.eq(sheet.name()))
                .and(LINE.KEY.in(keys))
                .and(LINE.VERDICT.in(ACCEPTED))
                .groupBy(LINE.KEY)
                .fetchMap(row -> row.value1(), row -> row.value2());
    }

    /** The row number of an earlier row with this alias, if it was not refused. */
    Optional<Long> acceptedAlias(UUID transfer, Sheet sheet, String alias) {
        return alias.isEmpty()
                ? Optional.empty()
                : acceptedWhere(transfer, sheet, LINE.ALIAS.eq(alias).and(LINE.ALIAS.ne("")));
    }

    /** Forgets what would have become of the rows, before they come for real. */
    void reset(UUID transfer) {
        sql.update(LINE)
                .setNull(LINE.VERDICT)
                .setNull(LINE.REASON)
                .setNull(LINE.REF)
                .where(of(transfer))
                .execute();
    }

    /** What the rows said of people goes; what became of them stays, and numbers to undo by. */
    void empty(UUID transfer) {
        sql.update(LINE)
                .set(LINE.CELLS, NOTHING)
                .where(of(transfer))
                .and(LINE.SHEET.ne(Sheet.NUMBERS.name()))
                .execute();
    }

    /** Forgets what became of the rows. */
    void remove(UUID transfer) {
        sql.deleteFrom(LINE).where(of(transfer)).execute();
    }

    /** How many rows of each sheet came to what. */
    Map<Sheet, Map<Verdict, Integer>> counts(UUID transfer) {
        Map<Sheet, Map<Verdict, Integer>> counts = new EnumMap<>(Sheet.class);
        sql.select(LINE.SHEET, LINE.VERDICT, DSL.count())
                .from(LINE)
                .where(of(transfer))
                .and(LINE.VERDICT.isNotNull())
                .groupBy(LINE.SHEET, LINE.VERDICT)
                .fetch()
                .forEach(row ->
                        counts.computeIfAbsent(
                                        Sheet.valueOf(row.value1()),
                                        sheet -> new EnumMap<>(Verdict.class))
                                .put(Verdict.valueOf(row.value2()), row.value3()));
        return counts;
    }

    /** Rows after this one that came to this, or to anything. */
    List<Line> settledAfter(UUID transfer, Optional<Verdict> verdict, int seq, int most) {
        return sql.selectFrom(LINE)
                .where(of(transfer))
                .and(verdict.map(is -> LINE.VERDICT.eq(is.name())).orElse(LINE.VERDICT.isNotNull()))
                .and(LINE.SEQ.gt(seq))
                .orderBy(LINE.SEQ)
                .limit(most)
                .fetch(LineStore::read);
    }

    private Optional<Long> acceptedWhere(UUID transfer, Sheet sheet, Condition which) {
        return sql.select(LINE.LINE_)
                .from(LINE)
                .where(of(transfer))
                .and(LINE.SHEET.eq(sheet.name()))
                .and(which)
                .and(LINE.VERDICT.in(ACCEPTED))
                .orderBy(LINE.SEQ)
                .limit(1)
                .fetchOptional(row -> row.value1());
    }

    private static LineRecord record(UUID transfer, int seq, SheetRow row) {
        var record = new LineRecord();
        record.setAuthorityId(authority());
        record.setTransferId(transfer);
        record.setSeq(seq);
        record.setSheet(row.sheet().name());
        record.setLine(row.line());
        record.setKey(Line.key(row));
        record.setAlias(Line.alias(row));
        record.setCells(Json.of(row.cells().values()));
        return record;
    }

    private static Condition of(UUID transfer) {
        return LINE.AUTHORITY_ID.eq(authority()).and(LINE.TRANSFER_ID.eq(transfer));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }

    @SuppressWarnings("unchecked")
    private static Line read(LineRecord row) {
        Optional<Line.Outcome> outcome =
                Optional.ofNullable(row.getVerdict())
                        .map(verdict ->
                                new Line.Outcome(
                                        Verdict.valueOf(verdict),
                                        Optional.ofNullable(row.getReason())
                                                .map(json -> Json.read(json, Message.class)),
                                        Optional.ofNullable(row.getRef())));
        var cells = new Cells(Json.read(row.getCells(), Map.class));
        var read = new SheetRow(Sheet.valueOf(row.getSheet()), row.getLine(), cells);
        return new Line(row.getSeq(), read, row.getKey(), outcome);
    }
}
