// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.kbo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An extract of a handful of enterprises, that a test changes as it likes. */
public final class SmallExtract {

    /** Bakkerij Peeters BV in Mortsel, of which the check digits fit. */
    public static final String BAKERY = "0400.000.086";

    private static final String CODES =
            """
            "Category","Code","Language","Description"
            "Language","0","FR","inconnu"
            "Language","0","NL","Onbekend"
            "Language","1","FR","français"
            "Language","1","NL","Frans"
            "Language","2","FR","néerlandais"
            "Language","2","NL","Nederlands"
            "Status","AC","FR","Actif"
            "Status","AC","NL","Actief"
            "TypeOfEnterprise","1","NL","Natuurlijk persoon"
            "TypeOfEnterprise","2","NL","Rechtspersoon"
            "JuridicalSituation","000","FR","Situation normale"
            "JuridicalSituation","000","NL","Normale toestand"
            "JuridicalForm","015","NL","Besloten vennootschap met beperkte aansprakelijkheid"
            "JuridicalForm","610","FR","Société à responsabilité limitée"
            "JuridicalForm","610","NL","Besloten vennootschap"
            "TypeOfDenomination","001","FR","Dénomination"
            "TypeOfDenomination","001","NL","Naam"
            "TypeOfAddress","REGO","FR","Siège"
            "TypeOfAddress","REGO","NL","Zetel"
            "ContactType","TEL","NL","Telefoonnummer"
            """;

    private static final Map<String, String> HEADERS =
            Map.of(
                    "enterprise",
                    "\"EnterpriseNumber\",\"Status\",\"JuridicalSituation\",\"TypeOfEnterprise\",\"JuridicalForm\",\"JuridicalFormCAC\",\"StartDate\"",
                    "establishment",
                    "\"EstablishmentNumber\",\"StartDate\",\"EnterpriseNumber\"",
                    "denomination",
                    "\"EntityNumber\",\"Language\",\"TypeOfDenomination\",\"Denomination\"",
                    "address",
                    "\"EntityNumber\",\"TypeOfAddress\",\"CountryNL\",\"CountryFR\",\"Zipcode\",\"MunicipalityNL\",\"MunicipalityFR\",\"StreetNL\",\"StreetFR\",\"HouseNumber\",\"Box\",\"ExtraAddressInfo\",\"DateStrikingOff\"",
                    "contact",
                    "\"EntityNumber\",\"EntityContact\",\"ContactType\",\"Value\"",
                    "branch",
                    "\"Id\",\"StartDate\",\"EnterpriseNumber\"");

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private SmallExtract(String type, int number) {
        text(
                "meta.csv",
                """
                "Variable","Value"
                "SnapshotDate","02-10-2026"
                "ExtractTimestamp","05-10-2026 06:34:51"
                "ExtractType","%s"
                "ExtractNumber","%d"
                "Version","1.0.0"
                """
                        .formatted(type, number));
        text("code.csv", CODES);
    }

    /** A full extract without enterprises. */
    public static SmallExtract full(int number) {
        var extract = new SmallExtract("full", number);
        HEADERS.forEach((sheet, header) -> extract.text(sheet + ".csv", header + "\n"));
        return extract;
    }

    /** An update that changes nothing. */
    public static SmallExtract update(int number) {
        var extract = new SmallExtract("update", number);
        HEADERS.forEach((sheet, header) -> {
            extract.text(sheet + "_delete.csv", header.split(",", 2)[0] + "\n");
            extract.text(sheet + "_insert.csv", header + "\n");
        });
        return extract;
    }

    /** The bakery, with everything that an enterprise can have. */
    public SmallExtract bakery() {
        return row(
                        "enterprise.csv",
                        "\"" + BAKERY + "\",\"AC\",\"000\",\"2\",\"015\",\"610\",09-08-1960")
                .named(BAKERY, "001", "Bakkerij Peeters BV")
                .named(BAKERY, "002", "B.P.")
                .row("establishment.csv", "\"2.000.000.042\",01-11-1974,\"" + BAKERY + "\"")
                .named("2.000.000.042", "003", "’t Broodhuisje")
                .at(BAKERY, "2640", "Mortsel", "Mechelsesteenweg")
                .at("2.000.000.042", "2650", "Edegem", "Strijdersstraat")
                .row("contact.csv", "\"" + BAKERY + "\",\"ENT\",\"TEL\",\"03 449 00 00\"");
    }

    /** An enterprise of a legal person with one name. */
    public SmallExtract company(String number, String name) {
        return row("enterprise.csv", "\"" + number + "\",\"AC\",\"000\",\"2\",\"610\",,01-01-2000")
                .named(number, "001", name);
    }

    public SmallExtract named(String entity, String type, String name) {
        String row =
                "\"%s\",\"2\",\"%s\",\"%s\"".formatted(entity, type, name.replace("\"", "\"\""));
        return row("denomination.csv", row);
    }

    public SmallExtract at(String entity, String postcode, String town, String street) {
        return row(
                "address.csv",
                "\"%1$s\",\"REGO\",,,\"%2$s\",\"%3$s\",\"%3$s\",\"%4$s\",\"%4$s\",\"1\",\"\",\"\","
                        .formatted(entity, postcode, town, street));
    }

    /** One more line; in an update the lines of the full file are those to insert. */
    public SmallExtract row(String file, String line) {
        String name = files.containsKey(file) ? file : file.replace(".csv", "_insert.csv");
        return text(name, read(name) + line + "\n");
    }

    public SmallExtract text(String file, String content) {
        return bytes(file, content.getBytes(StandardCharsets.UTF_8));
    }

    public SmallExtract bytes(String file, byte[] content) {
        files.put(file, content);
        return this;
    }

    public SmallExtract replace(String file, String old, String other) {
        return text(file, read(file).replace(old, other));
    }

    public SmallExtract without(String file) {
        files.remove(file);
        return this;
    }

    public byte[] zip() {
        try (var bytes = new ByteArrayOutputStream()) {
            try (var zip = new ZipOutputStream(bytes)) {
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    zip.putNextEntry(new ZipEntry(file.getKey()));
                    zip.write(file.getValue());
                    zip.closeEntry();
                }
            }
            return bytes.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public InputStream stream() {
        return new ByteArrayInputStream(zip());
    }

    public List<String> names() {
        return List.copyOf(files.keySet());
    }

    public String file(String file) {
        return read(file);
    }

    private String read(String file) {
        return new String(files.getOrDefault(file, new byte[0]), StandardCharsets.UTF_8);
    }
}
