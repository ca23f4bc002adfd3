// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;

/** A table on its way to a spreadsheet, row by row: no row stays in memory. */
interface Sheet extends Closeable {

    /** What stands in a cell; never a formula. */
    sealed interface Cell {

        /** Words, as they were written. */
        record Words(String text) implements Cell {}

        /** A day. */
        record Day(LocalDate date) implements Cell {}

        /** Nothing. */
        record None() implements Cell {}
    }

    void row(List<Cell> cells) throws IOException;

    /** A form in which a table leaves. */
    enum Form {
        CSV("csv", "text/csv;charset=UTF-8"),
        XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String ending;
        private final String type;

        Form(String ending, String type) {
            this.ending = ending;
            this.type = type;
        }

        String ending() {
            return ending;
        }

        String type() {
            return type;
        }

        Sheet begin(OutputStream out, String name) throws IOException {
            return switch (this) {
                case CSV -> new CsvSheet(out);
                case XLSX -> new XlsxSheet(out, name);
            };
        }
    }
}
