// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.kbo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.onthaal.common.Message;
import be.onthaal.common.Refused;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.web.Texts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/**
 * Files that are no extract, or not a whole one: each is refused with a sentence, and nothing
 * changes.
 */
@OnthaalTest
@Import(KboFixtures.class)
class HostileExtractTest {

    private static final String ENTERPRISES = "enterprise.csv";

    @Autowired KboFixtures kbo;
    @Autowired Enterprises enterprises;
    @Autowired Extracts extracts;
    @Autowired Texts texts;

    private List<Path> before = List.of();

    @BeforeEach
    void load() {
        kbo.empty();
        kbo.load(SmallExtract.full(140).bakery());
        before = kept();
    }

    static Stream<Arguments> spoiled() {
        String first = "\"0400.000.086\",\"AC\",\"000\",\"2\",\"015\",\"610\",09-08-1960";
        return Stream.of(
                spoil(
                        "kbo.number",
                        "enterprise.csv, regel 2",
                        x -> x.replace(ENTERPRISES, "0400.000.086", "0400.000.087")),
                spoil(
                        "kbo.number",
                        "denomination.csv, regel 4",
                        x -> x.replace("denomination.csv", "2.000.000.042", "2.000.000.043")),
                spoil(
                        "kbo.number",
                        "establishment.csv, regel 2",
                        x -> x.replace("establishment.csv", "2.000.000.042", "0400.000.086")),
                spoil(
                        "kbo.number",
                        "contact.csv, regel 2",
                        x -> x.replace("contact.csv", "0400.000.086", "zonder nummer")),
                spoil(
                        "kbo.date",
                        "enterprise.csv, regel 2",
                        x -> x.replace(ENTERPRISES, "09-08-1960", "31-02-1960")),
                spoil(
                        "kbo.date",
                        "enterprise.csv, regel 2",
                        x -> x.replace(ENTERPRISES, "09-08-1960", "1960-08-09")),
                spoil(
                        "kbo.date",
                        "establishment.csv, regel 2",
                        x -> x.replace("establishment.csv", "01-11-1974", "00-00-0000")),
                spoil(
                        "kbo.column-unknown",
                        "‘Favourite’",
                        x ->
                                x.replace(
                                        ENTERPRISES,
                                        "\"StartDate\"",
                                        "\"StartDate\",\"Favourite\"")),
                spoil(
                        "kbo.column-missing",
                        "‘JuridicalFormCAC’",
                        x ->
                                x.text(
                                        ENTERPRISES,
                                        "\"EnterpriseNumber\",\"Status\",\"JuridicalSituation\",\"TypeOfEnterprise\",\"JuridicalForm\",\"StartDate\"\n")),
                spoil(
                        "kbo.column-twice",
                        "‘Status’",
                        x -> x.replace(ENTERPRISES, "\"StartDate\"", "\"StartDate\",\"Status\"")),
                spoil(
                        "kbo.cells",
                        "regel 2",
                        x -> x.replace(ENTERPRISES, "09-08-1960", "09-08-1960,\"te veel\"")),
                spoil("kbo.cells", "regel 3", x -> x.row(ENTERPRISES, "\"0400.000.185\"")),
                spoil(
                        "kbo.cell-empty",
                        "‘Denomination’",
                        x -> x.row("denomination.csv", "\"0400.000.086\",\"2\",\"001\",")),
                spoil("kbo.quote", "regel 2", x -> x.replace(ENTERPRISES, "\"AC\"", "\"AC\"x")),
                spoil(
                        "kbo.quote",
                        "regel 2",
                        x -> x.replace(ENTERPRISES, "09-08-1960", "09-08\"-1960")),
                spoil("kbo.cut-off", "regel 3", x -> x.row(ENTERPRISES, "\"0400.000.185\",\"AC")),
                spoil(
                        "kbo.too-long",
                        "regel 5",
                        x -> x.named("0400.000.086", "003", "x".repeat(5_000))),
                spoil(
                        "kbo.too-long",
                        "regel 3",
                        x -> x.row(ENTERPRISES, "\"" + "0400.000.185\n".repeat(9_999))),
                spoil("kbo.nul", "regel 5", x -> x.named("0400.000.086", "003", "a\u0000b")),
                spoil(
                        "kbo.encoding",
                        "contact.csv",
                        x ->
                                x.bytes(
                                        "contact.csv",
                                        "\"EntityNumber\",\"Caf\u00e9\""
                                                .getBytes(StandardCharsets.ISO_8859_1))),
                spoil(
                        "kbo.language",
                        "‘7’",
                        x -> x.row("denomination.csv", "\"0400.000.086\",\"7\",\"001\",\"x\"")),
                spoil("kbo.number-twice", "enterprise.csv", x -> x.row(ENTERPRISES, first)),
                spoil("kbo.file-empty", "contact.csv", x -> x.text("contact.csv", "")),
                spoil("kbo.file-missing", "address.csv", x -> x.without("address.csv")),
                spoil("kbo.file-missing", "meta.csv", x -> x.without("meta.csv")),
                spoil("kbo.file-unknown", "../../etc/passwd", x -> x.text("../../etc/passwd", "x")),
                spoil("kbo.file-unknown", "lees mij.exe", x -> x.text("lees mij.exe", "x")),
                spoil("kbo.meta", "ExtractType", x -> x.replace("meta.csv", "full", "half")),
                spoil("kbo.meta", "ExtractNumber", x -> x.replace("meta.csv", "\"141\"", "\"-1\"")),
                spoil(
                        "kbo.meta",
                        "SnapshotDate",
                        x -> x.replace("meta.csv", "02-10-2026", "morgen")),
                spoil(
                        "kbo.meta",
                        "Version",
                        x -> x.replace("meta.csv", "\"Version\",\"1.0.0\"\n", "")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("spoiled")
    void whatIsNoExtractIsRefusedAndNothingChanges(
            String code, String said, UnaryOperator<SmallExtract> spoil) {
        byte[] zip = spoil.apply(SmallExtract.full(141).bakery()).zip();

        Message problem = refused(zip);

        assertThat(problem.key()).isEqualTo("error." + code);
        assertThat(texts.dutch().of(problem)).contains(said).contains("niets gewijzigd");
        assertThat(texts.in("fr").of(problem)).doesNotContain("{").doesNotContain("[");
        assertThat(texts.in("en").of(problem)).doesNotContain("{").doesNotContain("[");
        unchanged();
    }

    @Test
    void aZipThatStopsHalfWayIsRefused() {
        byte[] whole = SmallExtract.full(141).bakery().zip();

        assertThat(refused(Arrays.copyOf(whole, whole.length / 2)).key())
                .isEqualTo("error.kbo.zip-broken");
        assertThat(refused("<html>502 Bad Gateway</html>".getBytes(StandardCharsets.UTF_8)).key())
                .isEqualTo("error.kbo.zip-broken");
        assertThat(refused(new byte[0]).key()).isEqualTo("error.kbo.zip-broken");
        unchanged();
    }

    @Test
    void aFileInTheZipThatWasDamagedOnTheWayIsRefusedWithItsLine() {
        byte[] zip = stored(SmallExtract.full(141).bakery());
        int at = new String(zip, StandardCharsets.ISO_8859_1).indexOf("Peeters BV");
        zip[at] = 'p';

        Message problem = refused(zip);

        assertThat(problem.key()).isEqualTo("error.kbo.zip-cut");
        assertThat(problem.arguments().getFirst()).isEqualTo("denomination.csv");
        unchanged();
    }

    @Test
    void aZipThatUnpacksToMuchMoreThanItIsIsRefused() throws IOException {
        var extract = SmallExtract.full(141).bakery();
        byte[] line =
                "\"0400.000.086\",\"2\",\"003\",\"a\"\n"
                        .repeat(4_000)
                        .getBytes(StandardCharsets.UTF_8);
        var names = new ByteArrayOutputStream();
        names.write(
                "\"EntityNumber\",\"Language\",\"TypeOfDenomination\",\"Denomination\"\n"
                        .getBytes(StandardCharsets.UTF_8));
        while (names.size() < 60 * 1024 * 1024) {
            names.write(line);
        }

        Message problem = refused(extract.bytes("denomination.csv", names.toByteArray()).zip());

        assertThat(problem.key()).isEqualTo("error.kbo.file-too-large");
        unchanged();
    }

    @Test
    void anUpdateWithHalfAPairIsRefused() {
        byte[] zip = SmallExtract.update(141).without("address_insert.csv").zip();
        assertThat(refused(zip).key()).isEqualTo("error.kbo.file-missing");

        zip =
                SmallExtract.update(141)
                        .row("contact.csv", "\"0400.000.185\",\"ENT\",\"TEL\",\"1")
                        .zip();
        assertThat(texts.dutch().of(refused(zip))).contains("contact_insert.csv, regel 2");

        zip =
                SmallExtract.update(141)
                        .text("contact_delete.csv", "\"EntityNumber\"\n\"0400.000.999\"\n")
                        .zip();
        assertThat(texts.dutch().of(refused(zip))).contains("contact_delete.csv, regel 2");
        unchanged();
    }

    @Test
    void whatIsUnusualButRightIsTaken() {
        var extract =
                SmallExtract.full(141)
                        .bakery()
                        .replace(ENTERPRISES, "\n", "\r\n")
                        .named(SmallExtract.BAKERY, "003", "Zeg \"dag\", en\ntot\tmorgen \\ 😀")
                        .replace("contact.csv", "0400.000.086", "0400000086");
        extract.bytes("code.csv", withMark(extract));

        Extract taken = kbo.load(extract);

        assertThat(taken.problem()).isEmpty();
        assertThat(kbo.asImport(() -> enterprises.search("zeg dag", Optional.empty(), 5)))
                .extracting(EnterpriseFound::foundBy)
                .containsExactly("Zeg \"dag\", en\ntot\tmorgen \\ 😀");
    }

    private static byte[] withMark(SmallExtract extract) {
        String codes = extract.file("code.csv");
        return ("\uFEFF" + codes).getBytes(StandardCharsets.UTF_8);
    }

    /** Why it was refused, at once or while it came in. */
    private Message refused(byte[] zip) {
        var refusal =
                catchThrowableOfType(Refused.class, () -> kbo.load(new ByteArrayInputStream(zip)));
        if (refusal != null) {
            return new Message("error." + refusal.code(), refusal.arguments());
        }
        Extract extract = kbo.asImport(() -> extracts.list(1)).getFirst();
        assertThat(extract.state()).isEqualTo(Extract.State.REFUSED);
        return extract.problem().orElseThrow();
    }

    private void unchanged() {
        var shown = kbo.asImport(() -> enterprises.state()).shown().orElseThrow();
        assertThat(shown.about().number()).isEqualTo(140);
        assertThat(kbo.asImport(() -> enterprises.search("bakkerij", Optional.empty(), 5)))
                .hasSize(1);
        assertThat(kbo.leftovers()).isEmpty();
        assertThat(kept()).isEqualTo(before);
    }

    /** The extracts on disk, among which perhaps one of a test that was killed. */
    private static List<Path> kept() {
        try (Stream<Path> kept = Files.list(Path.of("target/test-data/kbo"))) {
            return kept.sorted().toList();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    /** A ZIP whose files are not packed, so that a test finds its way in it. */
    private static byte[] stored(SmallExtract extract) {
        try (var bytes = new ByteArrayOutputStream()) {
            try (var zip = new ZipOutputStream(bytes)) {
                for (String file : extract.names()) {
                    byte[] content = extract.file(file).getBytes(StandardCharsets.UTF_8);
                    var sum = new java.util.zip.CRC32();
                    sum.update(content);
                    var entry = new ZipEntry(file);
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(content.length);
                    entry.setCrc(sum.getValue());
                    zip.putNextEntry(entry);
                    zip.write(content);
                }
            }
            return bytes.toByteArray();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static Arguments spoil(String code, String said, UnaryOperator<SmallExtract> how) {
        return Arguments.of(code, said, how);
    }
}
