// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.kbo.internal;

import be.onthaal.kbo.internal.reading.Column;
import be.onthaal.kbo.internal.reading.ExtractZip;
import be.onthaal.kbo.internal.reading.Languages;
import be.onthaal.kbo.internal.reading.NameWords;
import be.onthaal.kbo.internal.reading.Sheet;
import be.onthaal.kbo.internal.reading.SheetReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** Lets rows of an extract flow from the ZIP into a table beside the live one. */
final class SheetCopy {

    private static final int TOLD_EACH = 100_000;

    private final ExtractZip zip;
    private final Connection connection;
    private final LongConsumer progress;

    /** The progress is told how many rows were read, now and then. */
    SheetCopy(ExtractZip zip, Connection connection, LongConsumer progress) {
        this.zip = zip;
        this.connection = connection;
        this.progress = progress;
    }

    /** All rows of a file; returns how many. */
    long rows(Sheet sheet, String file) throws SQLException {
        List<String> columns = new ArrayList<>(sheet.columns().stream().map(Column::name).toList());
        if (sheet.byLine()) {
            columns.add("line");
        }
        try (var copy = TableCopy.into(connection, sheet.table() + "_next", columns, true)) {
            return flow(
                    file,
                    sheet.columns(),
                    copy,
                    row -> {
                        for (int i = 0; i < sheet.columns().size(); i++) {
                            cell(copy, sheet.columns().get(i), row, i);
                        }
                        if (sheet.byLine()) {
                            copy.number(row.line());
                        }
                        copy.end();
                    });
        }
    }

    /** The names, with how the search knows them. */
    long names(String file) throws SQLException {
        Languages languages = Languages.of(zip);
        List<Column> columns = Sheet.DENOMINATION.columns();
        List<String> wanted =
                List.of("entity_number", "language", "type", "name", "line", "folded", "joined");
        try (var copy = TableCopy.into(connection, "name_next", wanted, false)) {
            return flow(
                    file,
                    columns,
                    copy,
                    row -> {
                        copy.number(row.number(0));
                        copy.said(languages.iso(row.text(1), file, row.line()));
                        copy.text(row.text(2));
                        copy.text(row.text(3));
                        copy.number(row.line());
                        NameWords words = NameWords.of(row.text(3));
                        copy.said(words.key());
                        copy.said(words.joinedKey());
                        copy.end();
                    });
        }
    }

    /** The numbers whose rows an update takes away. */
    void gone(List<Sheet> sheets) throws SQLException {
        try (var copy =
                TableCopy.into(connection, "gone_next", List.of("register", "number"), false)) {
            for (Sheet sheet : sheets) {
                read(
                        sheet.deletes(),
                        sheet.key(),
                        row -> {
                            copy.text(sheet.table());
                            copy.number(row.number(0));
                            copy.end();
                        });
            }
            copy.finish();
        }
    }

    /** What takes a row, and may find that the database does not. */
    private interface Taker {
        void take(SheetReader.Row row) throws SQLException;
    }

    private long flow(String file, List<Column> columns, TableCopy copy, Taker taker)
            throws SQLException {
        read(file, columns, taker);
        return copy.finish();
    }

    private void read(String file, List<Column> columns, Taker taker) throws SQLException {
        long[] rows = {0};
        try {
            new SheetReader(zip)
                    .read(
                            file,
                            columns,
                            row -> {
                                try {
                                    taker.take(row);
                                } catch (SQLException failure) {
                                    throw new Stopped(failure);
                                }
                                if (++rows[0] % TOLD_EACH == 0) {
                                    progress.accept(rows[0]);
                                }
                            });
        } catch (Stopped stopped) {
            throw stopped.reason;
        }
    }

    private static void cell(TableCopy copy, Column column, SheetReader.Row row, int at) {
        switch (column.form()) {
            case TEXT, LANGUAGE -> copy.text(row.text(at));
            case DATE -> copy.day(row.day(at));
            case ENTERPRISE, ESTABLISHMENT, BRANCH, ENTITY -> copy.number(row.number(at));
        }
    }

    /** Carries the failure of the database out of the reading. */
    private static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final SQLException reason;

        Stopped(SQLException reason) {
            super(reason);
            this.reason = reason;
        }
    }
}
