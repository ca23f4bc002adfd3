// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.kbo.internal.reading;

import be.onthaal.common.Refused;
import be.onthaal.kbo.ExtractAbout;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What an extract says of itself, and whether it has the files that it must have. */
public final class Meta {

    private static final List<Column> COLUMNS =
            List.of(Column.said("Variable", "variable"), Column.text("Value", "value"));
    private static final int MOST_VARIABLES = 100;

    private Meta() {}

    /** Reads {@code meta.csv}; refuses a ZIP whose files do not go with it. */
    public static ExtractAbout of(ExtractZip zip) {
        Map<String, String> said = new HashMap<>();
        new SheetReader(zip)
                .read(
                        ExtractZip.META,
                        COLUMNS,
                        row -> {
                            if (said.size() == MOST_VARIABLES) {
                                throw new Refused("kbo.meta", ExtractZip.META, "…");
                            }
                            said.put(row.text(0), row.text(1));
                        });
        var about = new ExtractAbout(kind(said), number(said), snapshot(said), version(said));
        for (Sheet sheet : Sheet.values()) {
            files(sheet, about.kind()).stream()
                    .filter(file -> !zip.has(file))
                    .filter(file -> !sheet.optional() || zip.has(sheet.inserts()))
                    .forEach(Meta::missing);
        }
        return about;
    }

    private static void missing(String file) {
        throw new Refused("kbo.file-missing", file);
    }

    /** The files that hold a sheet; an update repeats all codes. */
    private static List<String> files(Sheet sheet, ExtractAbout.Kind kind) {
        boolean whole = kind == ExtractAbout.Kind.FULL || sheet == Sheet.CODE;
        return whole ? List.of(sheet.file()) : List.of(sheet.deletes(), sheet.inserts());
    }

    /** The sheets of this extract that are wanted and there. */
    public static List<Sheet> sheets(ExtractZip zip, ExtractAbout about, boolean activities) {
        List<Sheet> sheets = new ArrayList<>(List.of(Sheet.values()));
        sheets.removeIf(sheet -> sheet == Sheet.ACTIVITY && !activities);
        sheets.removeIf(sheet -> !zip.has(files(sheet, about.kind()).getLast()));
        return List.copyOf(sheets);
    }

    private static ExtractAbout.Kind kind(Map<String, String> said) {
        return switch (value(said, "ExtractType").toLowerCase(Locale.ROOT)) {
            case "full" -> ExtractAbout.Kind.FULL;
            case "update" -> ExtractAbout.Kind.UPDATE;
            default -> throw new Refused("kbo.meta", ExtractZip.META, "ExtractType");
        };
    }

    private static int number(Map<String, String> said) {
        String number = value(said, "ExtractNumber");
        if (!number.matches("[0-9]{1,9}")) {
            throw new Refused("kbo.meta", ExtractZip.META, "ExtractNumber");
        }
        return Integer.parseInt(number);
    }

    private static LocalDate snapshot(Map<String, String> said) {
        long day = Fields.date(value(said, "SnapshotDate"));
        if (day < 0) {
            throw new Refused("kbo.meta", ExtractZip.META, "SnapshotDate");
        }
        return LocalDate.of((int) (day / 10_000), (int) (day / 100 % 100), (int) (day % 100));
    }

    private static String version(Map<String, String> said) {
        String version = value(said, "Version");
        return version.substring(0, Math.min(20, version.length()));
    }

    private static String value(Map<String, String> said, String variable) {
        return Optional.ofNullable(said.get(variable))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> new Refused("kbo.meta", ExtractZip.META, variable));
    }
}
