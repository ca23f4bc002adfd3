// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal.reading;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file of rows, in the order in which they are brought in: what comes later names the earlier.
 */
public enum Sheet {
    EMPLOYEES(
            must("email", "e-mail"),
            must("name", "naam"),
            may("function", "functie"),
            may("unit", "dienst"),
            may("role", "rol"),
            may("from", "van"),
            may("until", "tot")),
    PARTIES(
            must("key", "sleutel"),
            may("kind", "soort"),
            must("name", "naam"),
            may("enterprise_number", "ondernemingsnummer"),
            may("email", "e-mail"),
            may("phone", "telefoon"),
            may("address", "adres"),
            may("language", "taal"),
            may("national_number", "rijksregisternummer"),
            may("birth_date", "geboortedatum")),
    CASES(
            must("key", "sleutel"),
            must("type", "zaaktype"),
            must("subject", "onderwerp"),
            may("description", "omschrijving"),
            may("party", "klant"),
            must("unit", "dienst"),
            may("handler", "behandelaar"),
            must("opened_on", "geopend_op"),
            may("due_on", "uiterlijk"),
            may("phase", "fase"),
            may("confidentiality", "vertrouwelijkheid"),
            may("channel", "kanaal"),
            may("notes", "notities")),
    DOCUMENTS(
            must("case", "zaak"),
            must("file", "bestand"),
            may("title", "titel"),
            may("date", "datum")),
    NUMBERS(must("register", "register"), must("year", "jaar"), must("last", "laatste"));

    private final List<Column> columns;

    Sheet(Column... columns) {
        this.columns = List.of(columns);
    }

    /** A column by its name, or by its Dutch name; without a needed one the sheet says nothing. */
    public record Column(String name, String dutch, boolean needed) {

        boolean is(String written) {
            String plain = written.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
            return plain.equals(name) || plain.equals(dutch);
        }
    }

    public List<Column> columns() {
        return columns;
    }

    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    public String fileName() {
        return name().toLowerCase(Locale.ROOT) + ".csv";
    }

    /** The sheet that a file of this name holds. */
    public static Optional<Sheet> of(String fileName) {
        return Stream.of(values())
                .filter(sheet -> sheet.fileName().equalsIgnoreCase(fileName.strip()))
                .findFirst();
    }

    Optional<Column> column(String written) {
        return columns.stream().filter(column -> column.is(written)).findFirst();
    }

    private static Column must(String name, String dutch) {
        return new Column(name, dutch, true);
    }

    private static Column may(String name, String dutch) {
        return new Column(name, dutch, false);
    }
}
