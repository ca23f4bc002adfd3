// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnpackingTest {

    private static final byte[] SHEET = "key;name\n1;Jan\n".getBytes(StandardCharsets.UTF_8);

    @TempDir Path folder;

    @Test
    void aZipWithOneFolderInItIsFound() throws IOException {
        unpack(zip(Map.of("export/parties.csv", SHEET, "export/documents/a.pdf", SHEET)));

        assertThat(staging().sheet(Sheet.PARTIES)).isPresent();
        assertThat(staging().sheet(Sheet.CASES)).isEmpty();
    }

    @Test
    void leftoversOfOtherSystemsStayOut() throws IOException {
        unpack(
                zip(
                        Map.of(
                                "parties.csv",
                                SHEET,
                                "__MACOSX/._parties.csv",
                                SHEET,
                                "x/.DS_Store",
                                SHEET)));

        try (Stream<Path> all = Files.walk(staging().root())) {
            assertThat(all.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.csv",
                "a/../../evil.csv",
                "/etc/evil.csv",
                "..\\evil.csv",
                "C:\\evil"
            })
    void aNameThatLeadsOutIsRefused(String name) throws IOException {
        byte[] zip = zip(Map.of(name, SHEET));

        assertThatThrownBy(() -> unpack(zip)).hasMessage("moving.outside");
        assertThat(folder.resolve("evil.csv")).doesNotExist();
    }

    @Test
    void aBombIsStoppedWhileItUnpacks() throws IOException {
        byte[] zip = zip(Map.of("parties.csv", new byte[40 * 1024 * 1024]));

        assertThat(zip.length).isLessThan(100_000);
        assertThatThrownBy(() -> unpack(zip)).hasMessage("moving.file-too-large");
    }

    @Test
    void filesAreCountedAndMeasuredTogether() throws IOException {
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 11; i++) {
            many.put("d/" + i + ".txt", SHEET);
        }
        byte[] zip = zip(many);

        assertThatThrownBy(() -> unpack(zip, new Limits(1_000, 10_000, 10, 10)))
                .hasMessage("moving.too-many-files");
        staging().clear();
        assertThatThrownBy(() -> unpack(zip, new Limits(1_000, 150, 100, 10)))
                .hasMessage("moving.file-too-large");
    }

    @Test
    void aZipThatIsNoneOrIsCutOffSaysSo() throws IOException {
        byte[] zip = zip(Map.of("parties.csv", SHEET));
        byte[] half = java.util.Arrays.copyOf(zip, zip.length / 2);

        assertThatThrownBy(() -> unpack(SHEET)).hasMessage("moving.zip-broken");
        assertThatThrownBy(() -> unpack(half)).hasMessage("moving.zip-broken");
    }

    @Test
    void aLinkInAFolderIsRefused() throws IOException {
        Path source = Files.createDirectories(folder.resolve("bron"));
        Files.write(source.resolve("parties.csv"), SHEET);
        Files.createSymbolicLink(source.resolve("brief.pdf"), Path.of("/etc/hostname"));

        assertThatThrownBy(() -> unpacking(Limits.USUAL).takeFolder(source))
                .hasMessage("moving.link");
    }

    @Test
    void aRowCannotNameAFileElsewhere() throws IOException {
        unpack(zip(Map.of("documents.csv", SHEET, "a/brief.pdf", SHEET)));
        Files.write(folder.resolve("geheim.txt"), SHEET);

        assertThat(staging().document("a\\brief.pdf")).exists();
        for (String name : new String[] {"../geheim.txt", "/etc/hostname", "a/../../geheim.txt"}) {
            assertThatThrownBy(() -> staging().document(name))
                    .as(name)
                    .hasMessage("moving.document-outside");
        }
        assertThatThrownBy(() -> staging().document("a")).hasMessage("moving.document-missing");
        assertThatThrownBy(() -> staging().document("weg.pdf"))
                .hasMessage("moving.document-missing");
    }

    private Staging staging() {
        return new Staging(folder.resolve("staging"));
    }

    private Unpacking unpacking(Limits limits) {
        return new Unpacking(staging(), limits);
    }

    private void unpack(byte[] zip) {
        unpack(zip, Limits.USUAL);
    }

    private void unpack(byte[] zip, Limits limits) {
        unpacking(limits).take("alles.zip", new ByteArrayInputStream(zip));
    }

    static byte[] zip(Map<String, byte[]> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
