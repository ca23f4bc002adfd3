// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal.reading;

import be.onthaal.common.Formula;
import be.onthaal.common.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a sheet as spreadsheets and other programs write it, row by row. */
public final class SheetReader {

    private final Limits limits;

    public SheetReader(Limits limits) {
        this.limits = limits;
    }

    /** Gives every row that says something; a file that cannot be a sheet is refused as a whole. */
    public void read(Path file, Sheet sheet, Consumer<SheetRow> taker) {
        String name = sheet.fileName();
        try {
            SheetText text = SheetText.of(file);
            var form =
                    CSVFormat.DEFAULT
                            .builder()
                            .setDelimiter(text.delimiter())
                            .setIgnoreEmptyLines(false)
                            .setIgnoreSurroundingSpaces(true)
                            .setTrim(true)
                            .get();
            try (var parser = CSVParser.builder().setReader(text.open()).setFormat(form).get()) {
                rows(parser.iterator(), sheet, taker);
            }
        } catch (IOException | UncheckedIOException unreadable) {
            throw new Refused("moving.unreadable", name);
        }
    }

    private void rows(Iterator<CSVRecord> records, Sheet sheet, Consumer<SheetRow> taker) {
        long line = 1;
        if (!records.hasNext()) {
            throw new Refused("moving.empty", sheet.fileName());
        }
        CSVRecord head = records.next();
        if (says(head) && records.hasNext()) {
            head = records.next();
            line++;
        }
        List<Optional<Sheet.Column>> columns = columns(head, sheet);
        int taken = 0;
        while (hasNext(records, sheet, line)) {
            CSVRecord record = records.next();
            line++;
            Map<String, String> cells = cells(record, columns);
            if (cells.isEmpty()) {
                continue;
            }
            if (++taken > limits.rows()) {
                throw new Refused("moving.too-many-rows", sheet.fileName(), limits.rows());
            }
            taker.accept(new SheetRow(sheet, line, new Cells(cells)));
        }
    }

    private static boolean hasNext(Iterator<CSVRecord> records, Sheet sheet, long line) {
        try {
            return records.hasNext();
        } catch (UncheckedIOException | IllegalStateException openQuote) {
            throw new Refused("moving.quote", sheet.fileName(), line + 1);
        }
    }

    private static boolean says(CSVRecord head) {
        return head.get(0).equalsIgnoreCase("sep=");
    }

    private static List<Optional<Sheet.Column>> columns(CSVRecord head, Sheet sheet) {
        List<Optional<Sheet.Column>> columns = head.stream().map(sheet::column).toList();
        List<Sheet.Column> known = columns.stream().flatMap(Optional::stream).toList();
        if (known.size() > known.stream().distinct().count()) {
            throw new Refused("moving.column-twice", sheet.fileName());
        }
        for (Sheet.Column column : sheet.columns()) {
            if (column.needed() && !known.contains(column)) {
                throw new Refused("moving.column-missing", sheet.fileName(), column.name());
            }
        }
        return columns;
    }

    private static Map<String, String> cells(
            CSVRecord record, List<Optional<Sheet.Column>> columns) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < Math.min(record.size(), columns.size()); i++) {
            String value = Formula.restored(record.get(i).strip());
            if (!value.isEmpty()) {
                columns.get(i).ifPresent(column -> cells.put(column.name(), value));
            }
        }
        return cells;
    }
}
