// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.common.Formula;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/** Comma separated values (RFC 4180) as Excel opens them here: semicolons and a byte order mark. */
final class CsvSheet implements Sheet {

    /** Without it, Excel takes UTF-8 for windows-1252. */
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final CSVPrinter printer;

    CsvSheet(OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(BYTE_ORDER_MARK);
        var form = CSVFormat.DEFAULT.builder().setDelimiter(';').setQuoteMode(QuoteMode.ALL).get();
        this.printer = new CSVPrinter(writer, form);
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        printer.printRecord(cells.stream().map(CsvSheet::written));
    }

    private static String written(Cell cell) {
        return switch (cell) {
            case Cell.Words(var text) -> Formula.defused(text);
            case Cell.Day(var date) -> date.toString();
            case Cell.None() -> "";
        };
    }

    @Override
    public void close() throws IOException {
        printer.close(true);
    }
}
