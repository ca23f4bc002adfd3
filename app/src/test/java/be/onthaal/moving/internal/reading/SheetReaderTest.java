// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetReaderTest {

    @TempDir Path folder;

    @Test
    void commasAndSemicolonsBothPartCells() throws IOException {
        assertThat(names("key;name\n1;Jan\n")).containsExactly("Jan");
        assertThat(names("key,name\n1,\"Peeters, Jan\"\n")).containsExactly("Peeters, Jan");
        assertThat(names("sep=|\nkey|name\n1|Jan\n")).containsExactly("Jan");
        assertThat(names("key\tname\n1\tJan\n")).containsExactly("Jan");
    }

    @Test
    void utf8WithOrWithoutMarkAndWindowsAreAllRead() throws IOException {
        String text = "key;name\n1;Zoë Çelik €\n";
        for (Charset encoding :
                List.of(
                        StandardCharsets.UTF_8,
                        Charset.forName("windows-1252"),
                        StandardCharsets.UTF_16)) {
            assertThat(read(text.getBytes(encoding)).getFirst().cells().text("name"))
                    .as(encoding.name())
                    .isEqualTo("Zoë Çelik €");
        }
        assertThat(names("\ufeff" + text)).containsExactly("Zoë Çelik €");
    }

    @Test
    void aQuotedCellMayHoldLinesAndTheRowKeepsTheNumberOfTheSpreadsheet() throws IOException {
        List<SheetRow> rows =
                read("key;name\n1;\"Jan\r\nPeeters \"\"de bakker\"\"\"\n\n3;An\n".getBytes());

        assertThat(rows.getFirst().cells().text("name")).isEqualTo("Jan\r\nPeeters \"de bakker\"");
        assertThat(rows).extracting(SheetRow::line).containsExactly(2L, 4L);
    }

    @Test
    void dutchNamesOfColumnsAndColumnsWeDoNotKnowAreTaken() throws IOException {
        List<SheetRow> rows = read("Sleutel;NAAM;kleur\n1;Jan;rood\n".getBytes());

        assertThat(rows.getFirst().cells().values()).isEqualTo(Map.of("key", "1", "name", "Jan"));
    }

    @Test
    void theApostropheOfExcelIsTakenOffAndTheOneOfANameStays() throws IOException {
        assertThat(names("key;name\n1;'0475\n2;'t Hof\n3;'=1+1\n"))
                .containsExactly("0475", "'t Hof", "=1+1");
    }

    @Test
    void datesAreReadAsPeopleAndSpreadsheetsWriteThem() {
        for (String written :
                List.of(
                        "2026-03-01",
                        "1/3/2026",
                        "01/03/2026",
                        "1-3-2026",
                        "2026-03-01 00:00:00")) {
            assertThat(new Cells(Map.of("date", written)).date("date"))
                    .as(written)
                    .contains(LocalDate.of(2026, 3, 1));
        }
        assertThat(new Cells(Map.of("last", "1834,00")).number("last")).isEqualTo(1834);
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/2/2026", "1/3/26", "maart", "2026-03-01T10:00", "45000"})
    void whatIsNoDayIsRefused(String written) {
        assertThatThrownBy(() -> new Cells(Map.of("date", written)).date("date"))
                .hasMessage("moving.date-wrong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.834", "-3", "1e6", "twaalf", "99999999999"})
    void whatIsNoWholeNumberIsRefused(String written) {
        assertThatThrownBy(() -> new Cells(Map.of("last", written)).number("last"))
                .hasMessage("moving.number-wrong");
    }

    @Test
    void brokenFilesSayWhatIsWrong() {
        refused("", "moving.empty");
        refused("naam;kleur\nJan;rood\n", "moving.column-missing");
        refused("key;name;naam\n1;a;b\n", "moving.column-twice");
        refused("key;name\n1;Jan\u0000\n", "moving.nul");
        refused("key;name\n1;\"Jan\n2;An\n", "moving.quote");
        assertThatThrownBy(() -> read(new byte[] {'k', (byte) 0x81, (byte) 0x8D}))
                .hasMessage("moving.encoding");
    }

    @Test
    void tooManyRowsAreRefusedBeforeTheyFillTheMemory() throws IOException {
        Path file = Files.writeString(folder.resolve("parties.csv"), "key;name\n1;a\n2;b\n3;c\n");
        var reader = new SheetReader(new Limits(1_000, 1_000, 10, 2));

        assertThatThrownBy(() -> reader.read(file, Sheet.PARTIES, row -> {}))
                .hasMessage("moving.too-many-rows");
    }

    @Test
    void whatWasWrittenRunsNothingAndComesBackAsItWas() throws IOException {
        List<String> nasty =
                List.of(
                        "=cmd|' /C calc'!A0",
                        "+32475123456",
                        "-1",
                        "@SUM(A1)",
                        "'=1",
                        "'5",
                        "''+1");
        var out = new ByteArrayOutputStream();
        SheetWriter writer = SheetWriter.begin(out, List.of("key", "name"));
        nasty.forEach(text -> writer.row(List.of("k", text)));
        writer.flush();

        assertThat(out.toString(StandardCharsets.UTF_8).lines().skip(1))
                .noneMatch(line -> line.matches("k;\"?[=+\\-@].*"));
        assertThat(read(out.toByteArray()).stream().map(row -> row.cells().text("name")))
                .containsExactlyElementsOf(nasty);
    }

    private void refused(String text, String code) {
        assertThatThrownBy(() -> read(text.getBytes(StandardCharsets.UTF_8)))
                .as(text)
                .hasMessage(code);
    }

    private List<String> names(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8)).stream()
                .map(row -> row.cells().text("name"))
                .toList();
    }

    private List<SheetRow> read(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("parties.csv"), content);
        List<SheetRow> rows = new ArrayList<>();
        new SheetReader(Limits.USUAL).read(file, Sheet.PARTIES, rows::add);
        return rows;
    }
}
