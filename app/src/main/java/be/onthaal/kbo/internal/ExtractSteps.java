// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.kbo.internal;

import static be.onthaal.kbo.internal.db.Tables.APPLY;

import be.onthaal.common.Refused;
import be.onthaal.kbo.Extract;
import be.onthaal.kbo.RegisterState;
import be.onthaal.kbo.internal.db.Routines;
import be.onthaal.kbo.internal.reading.ExtractZip;
import be.onthaal.kbo.internal.reading.Meta;
import be.onthaal.kbo.internal.reading.Sheet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jooq.DSLContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Does the steps of an extract, each inside the transaction that says that it is done. */
@Component
class ExtractSteps {

    /** An index over millions of names takes longer than a page may. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final DSLContext sql;
    private final ExtractFiles files;
    private final ExtractStore extracts;

    ExtractSteps(DSLContext sql, ExtractFiles files, ExtractStore extracts) {
        this.sql = sql;
        this.files = files;
        this.extracts = extracts;
    }

    /** Does a step; returns how many rows the tables have that it filled. */
    Map<String, Long> perform(Extract extract, Step step, LongConsumer progress) {
        patiently();
        return switch (step) {
            case Step.Load load -> load(extract, load.sheet(), progress);
            case Step.IndexNames _ -> index(Sheet.DENOMINATION.table(), false);
            case Step.KnowWords _ -> knowWords();
            case Step.GoLive _ -> goLive();
            case Step.Update _ -> update(extract, progress);
        };
    }

    /** Takes away what a loading left. */
    void clear() {
        Routines.clear(sql.configuration());
    }

    private Map<String, Long> load(Extract extract, Sheet sheet, LongConsumer progress) {
        long rows = 0;
        try (ExtractZip zip = files.open(extract.id(), extract.file().name())) {
            boolean wanted =
                    Meta.sheets(zip, extract.about(), extract.file().activities()).contains(sheet);
            boolean names = sheet == Sheet.DENOMINATION;
            stage(sheet);
            if (wanted) {
                rows =
                        sql.connectionResult(connection -> {
                            var copy = new SheetCopy(zip, connection, progress);
                            return names
                                    ? copy.names(sheet.file())
                                    : copy.rows(sheet, sheet.file());
                        });
            }
            if (names) {
                Routines.placeNames(sql.configuration());
            }
            index(sheet.table(), names);
        }
        return Map.of(sheet.table(), rows);
    }

    private Map<String, Long> knowWords() {
        Routines.makeWords(sql.configuration());
        return index("word", false);
    }

    private Map<String, Long> goLive() {
        List<String> tables = new ArrayList<>(List.of("word"));
        for (Sheet sheet : Sheet.values()) {
            tables.add(sheet.table());
        }
        Routines.goLive(sql.configuration(), tables.toArray(String[]::new));
        return Map.of();
    }

    private Map<String, Long> index(String table, boolean onlyKey) {
        String twice = Routines.indexNext(sql.configuration(), table, onlyKey);
        if (twice != null) {
            throw new Refused("kbo.number-twice", table + ".csv");
        }
        return Map.of();
    }

    private Map<String, Long> update(Extract extract, LongConsumer progress) {
        Map<String, Long> counts =
                new HashMap<>(extracts.shown().map(RegisterState.Shown::counts).orElse(Map.of()));
        try (ExtractZip zip = files.open(extract.id(), extract.file().name())) {
            List<Sheet> sheets =
                    Meta.sheets(zip, extract.about(), extract.file().activities()).stream()
                            .filter(sheet -> sheet != Sheet.CODE)
                            .toList();
            for (Sheet sheet : Sheet.values()) {
                stage(sheet);
            }
            Routines.stageGone(sql.configuration());
            long codes =
                    sql.connectionResult(connection -> {
                        var copy = new SheetCopy(zip, connection, progress);
                        copy.gone(sheets);
                        for (Sheet sheet : sheets) {
                            if (sheet == Sheet.DENOMINATION) {
                                copy.names(sheet.inserts());
                            } else {
                                copy.rows(sheet, sheet.inserts());
                            }
                        }
                        return copy.rows(Sheet.CODE, Sheet.CODE.file());
                    });
            counts.put(Sheet.CODE.table(), codes);
            apply(sheets).forEach((table, more) -> counts.merge(table, more, Long::sum));
        }
        return counts;
    }

    private Map<String, Long> apply(List<Sheet> sheets) {
        String[] tables = sheets.stream().map(Sheet::table).toArray(String[]::new);
        try {
            return sql.selectFrom(APPLY.call(tables))
                    .fetchMap(row -> row.getRegister(), row -> row.getDifference());
        } catch (DataIntegrityViolationException there) {
            throw new Refused("kbo.update-does-not-fit");
        }
    }

    private void stage(Sheet sheet) {
        if (sheet == Sheet.DENOMINATION) {
            Routines.stageNames(sql.configuration());
        } else {
            Routines.stage(sql.configuration(), sheet.table());
        }
    }

    /** Has patience with the connection of this transaction; the pool gives it its own again. */
    private void patiently() {
        sql.connection(connection ->
                connection.setNetworkTimeout(Runnable::run, (int) LONGEST.toMillis()));
    }
}
