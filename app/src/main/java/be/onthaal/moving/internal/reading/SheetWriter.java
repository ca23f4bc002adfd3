// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal.reading;

import be.onthaal.common.Formula;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes a sheet that a spreadsheet opens well and that runs nothing there. */
public final class SheetWriter implements Flushable {

    /** Without it, Excel takes UTF-8 for windows-1252. */
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final CSVPrinter printer;

    private SheetWriter(CSVPrinter printer) {
        this.printer = printer;
    }

    /** Begins a sheet; whoever gave the stream closes it. */
    public static SheetWriter begin(OutputStream out, List<String> columns) {
        try {
            var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            writer.write(BYTE_ORDER_MARK);
            var form = CSVFormat.DEFAULT.builder().setDelimiter(';').get();
            var sheet = new SheetWriter(new CSVPrinter(writer, form));
            sheet.row(columns);
            return sheet;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public void row(List<String> cells) {
        try {
            printer.printRecord(cells.stream().map(Formula::defused));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void flush() {
        try {
            printer.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
