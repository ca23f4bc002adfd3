// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.kbo.internal.reading;

import be.onthaal.common.Refused;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads a file of an extract row by row and refuses the first one that cannot be right. */
public final class SheetReader {

    private static final int BUFFER = 1 << 16;
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final ExtractZip zip;

    public SheetReader(ExtractZip zip) {
        this.zip = zip;
    }

    /** Takes rows whose shape was looked at. */
    public interface Taker {

        /** A row; its cells are read now or never. */
        void take(Row row);
    }

    /** A row of a file: its cells in the order of the columns that were asked for. */
    public interface Row {

        int line();

        /** The text of a cell; empty when there is nothing in it. */
        String text(int column);

        /** The number in a cell. */
        long number(int column);

        /** The day in a cell as yyyymmdd, or less than zero when there is none. */
        long day(int column);
    }

    /** Gives every row of the file to the taker; returns how many there were. */
    public long read(String file, List<Column> columns, Taker taker) {
        try (InputStream content = withoutMark(zip.content(file))) {
            var decoder =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT);
            var csv = new CsvReader(new InputStreamReader(content, decoder), file);
            var row = new CheckedRow(csv, file, columns);
            long rows = 0;
            while (csv.next()) {
                row.check();
                taker.take(row);
                rows++;
            }
            return rows;
        } catch (IOException broken) {
            throw new Refused("kbo.zip-cut", file, 1);
        } catch (UncheckedIOException broken) {
            throw new Refused("kbo.zip-cut", file, 1);
        }
    }

    private static InputStream withoutMark(InputStream content) throws IOException {
        var in = new PushbackInputStream(new BufferedInputStream(content, BUFFER), MARK.length);
        byte[] start = in.readNBytes(MARK.length);
        if (!java.util.Arrays.equals(start, MARK)) {
            in.unread(start);
        }
        return in;
    }

    private static final class CheckedRow implements Row {

        private final CsvReader csv;
        private final String file;
        private final List<Column> columns;
        private final int[] places;
        private final long[] values;

        CheckedRow(CsvReader csv, String file, List<Column> columns) {
            this.csv = csv;
            this.file = file;
            this.columns = columns;
            this.places = new int[columns.size()];
            this.values = new long[columns.size()];
            header();
        }

        private void header() {
            if (!csv.next()) {
                throw new Refused("kbo.file-empty", file);
            }
            List<String> headers = columns.stream().map(Column::header).toList();
            for (int i = 0; i < csv.size(); i++) {
                String header = csv.cell(i).strip();
                if (!headers.contains(header)) {
                    String shown = header.substring(0, Math.min(40, header.length()));
                    throw new Refused("kbo.column-unknown", file, csv.line(), shown);
                }
            }
            java.util.Arrays.fill(places, -1);
            for (int i = 0; i < csv.size(); i++) {
                int column = headers.indexOf(csv.cell(i).strip());
                if (places[column] >= 0) {
                    throw new Refused("kbo.column-twice", file, csv.line(), headers.get(column));
                }
                places[column] = i;
            }
            for (int i = 0; i < places.length; i++) {
                if (places[i] < 0) {
                    throw new Refused("kbo.column-missing", file, csv.line(), headers.get(i));
                }
            }
        }

        void check() {
            if (csv.size() != places.length) {
                throw csv.refused("kbo.cells");
            }
            for (int i = 0; i < places.length; i++) {
                Column column = columns.get(i);
                String cell = csv.cell(places[i]);
                if (cell.isEmpty()) {
                    if (column.needed()) {
                        throw wrong("kbo.cell-empty", column);
                    }
                    values[i] = Fields.NONE;
                } else {
                    values[i] = value(column, cell);
                }
            }
        }

        private long value(Column column, String cell) {
            long value =
                    switch (column.form()) {
                        case TEXT, LANGUAGE -> 0;
                        case DATE -> Fields.date(cell);
                        case ENTERPRISE -> Fields.enterprise(cell);
                        case ESTABLISHMENT -> Fields.establishment(cell);
                        case BRANCH -> Fields.branch(cell);
                        case ENTITY -> Fields.entity(cell);
                    };
            if (value == Fields.NONE) {
                boolean date = column.form() == Column.Form.DATE;
                throw wrong(date ? "kbo.date" : "kbo.number", column);
            }
            return value;
        }

        private Refused wrong(String code, Column column) {
            return new Refused(code, file, csv.line(), column.header());
        }

        @Override
        public int line() {
            return csv.line();
        }

        @Override
        public String text(int column) {
            return csv.cell(places[column]);
        }

        @Override
        public long number(int column) {
            return values[column];
        }

        @Override
        public long day(int column) {
            return values[column];
        }
    }
}
