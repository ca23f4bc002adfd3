// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.simulators.kbo;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Publishes an invented register as KBO Open Data does.
 *
 * @param firstStem the first eight digits of the first enterprise number
 * @param snapshotOn the day that the full extract shows; each update shows the next one
 */
public record OpenData(
        Region region,
        int enterprises,
        long firstStem,
        long seed,
        int number,
        LocalDate snapshotOn) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-yyyy");
    private static final int FASTEST = 1;
    private static final int LARGEST_TOWN = 10_000;

    /** The country with so many enterprises. */
    public static OpenData country(int enterprises, long seed, int number) {
        return new OpenData(
                Region.country(), enterprises, 10_000_000, seed, number, LocalDate.of(2026, 10, 2));
    }

    /** The demo town and its neighbours: three hundred enterprises with numbers nobody has. */
    public static OpenData aroundMortsel() {
        return new OpenData(
                Region.aroundMortsel(), 300, 19_000_000, 2640, 1, LocalDate.of(2026, 11, 1));
    }

    /** Writes one file of an extract. */
    private interface Rows {
        void write(Writer out) throws IOException;
    }

    /** Writes the full extract. */
    public void full(OutputStream target) throws IOException {
        try (var zip = new ZipOutputStream(target, StandardCharsets.UTF_8)) {
            zip.setLevel(FASTEST);
            entry(zip, "meta.csv", out -> out.write(meta("full", number, snapshotOn)));
            entry(zip, "code.csv", this::codes);
            for (Table table : Table.values()) {
                entry(zip, table.file(""), out -> all(out, table));
            }
        }
    }

    /** Writes the full extract into a file. */
    public void full(Path target) throws IOException {
        try (OutputStream out = Files.newOutputStream(target)) {
            full(out);
        }
    }

    /**
     * Writes the update after the full extract: so many enterprises have another name and address,
     * a tenth as many are gone, and a tenth as many are new.
     */
    public void update(Path target, int changes) throws IOException {
        int step = Math.max(1, enterprises / Math.max(1, changes));
        List<Invented> before = new ArrayList<>();
        List<Invented> after = new ArrayList<>();
        for (int i = 0; i < changes && i * step < enterprises; i++) {
            before.add(at(i * step, 0));
            if (i % 10 > 0) {
                after.add(at(i * step, 1));
            } else {
                after.add(at(enterprises + i, 0));
            }
        }
        try (var zip = new ZipOutputStream(Files.newOutputStream(target), StandardCharsets.UTF_8)) {
            LocalDate next = snapshotOn.plusDays(1);
            entry(zip, "meta.csv", out -> out.write(meta("update", number + 1, next)));
            entry(zip, "code.csv", this::codes);
            for (Table table : Table.values()) {
                entry(zip, table.file("_delete"), out -> deletes(out, table, before));
                entry(
                        zip,
                        table.file("_insert"),
                        out -> {
                            out.write(table.header());
                            for (Invented enterprise : after) {
                                table.write(out, enterprise);
                            }
                        });
            }
        }
    }

    /** Names that are in the full extract, spread over it, to look for. */
    public List<String> someNames(int count) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(at((int) ((long) enterprises * i / count), 0).names().getFirst());
        }
        return names;
    }

    private Invented at(int place, int version) {
        return Invented.at(place, firstStem, version, seed, region);
    }

    private void codes(Writer out) throws IOException {
        Codes.write(out, enterprises > LARGEST_TOWN);
    }

    private void all(Writer out, Table table) throws IOException {
        out.write(table.header());
        for (int i = 0; i < enterprises; i++) {
            table.write(out, at(i, 0));
        }
    }

    private static void deletes(Writer out, Table table, List<Invented> gone) throws IOException {
        out.write("\"" + table.key() + "\"\n");
        for (Invented enterprise : gone) {
            table.delete(out, enterprise);
        }
    }

    private static void entry(ZipOutputStream zip, String name, Rows rows) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        var out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16);
        rows.write(out);
        out.flush();
        zip.closeEntry();
    }

    private static String meta(String type, int number, LocalDate snapshotOn) {
        return """
        "Variable","Value"
        "SnapshotDate","%s"
        "ExtractTimestamp","%s 06:34:51"
        "ExtractType","%s"
        "ExtractNumber","%d"
        "Version","1.0.0"
        """
                .formatted(
                        DAY.format(snapshotOn), DAY.format(snapshotOn.plusDays(2)), type, number);
    }
}
