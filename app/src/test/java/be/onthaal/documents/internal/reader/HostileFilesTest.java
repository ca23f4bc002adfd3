// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents.internal.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.common.Refused;
import be.onthaal.documents.DocumentSettings;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Files as people send them, and as somebody sends them who means harm; each is made here. */
class HostileFilesTest {

    private static final String WORD =
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static Readers readers;

    @BeforeAll
    static void start() {
        readers = readers("128m", Duration.ofSeconds(20));
    }

    @AfterAll
    static void stop() {
        readers.destroy();
    }

    @Test
    void aPdfGivesItsPagesItsWordsAndAPicture() throws Exception {
        byte[] pdf = pdf(3);
        Found found = read(pdf, "plan.pdf");
        assertThat(found.type()).isEqualTo("application/pdf");
        assertThat(found.pages()).isEqualTo(3);
        assertThat(found.text()).contains("Kwartelkoning op bladzijde 3");
        assertThat(found.reason()).isEmpty();
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(found.picture()));
        assertThat(picture.getWidth()).isEqualTo(Readers.WIDTH);
        Found third = page(pdf, "plan.pdf", 3);
        assertThat(third.picture()).isNotEmpty().isNotEqualTo(found.picture());
        assertThat(page(pdf, "plan.pdf", 4).reason()).isEqualTo("no-page");
    }

    @Test
    void theFirstPageOfAWarmReaderIsThereAtOnce() throws Exception {
        byte[] pdf = pdf(3);
        read(pdf, "plan.pdf");
        long[] took = new long[9];
        for (int i = 0; i < took.length; i++) {
            long start = System.nanoTime();
            page(pdf, "plan.pdf", 1);
            took[i] = (System.nanoTime() - start) / 1_000_000;
        }
        Arrays.sort(took);
        System.out.println("first page, warm, ms: " + Arrays.toString(took));
        assertThat(took[0]).isLessThan(300);
    }

    @Test
    void lettersSheetsAndSlidesGiveTheirWords() throws Exception {
        assertThat(read(docx("Een <b>brief</b> over de dijk"), "brief.docx").text())
                .contains("brief");
        Found sheet =
                read(
                        zip(
                                Map.of(
                                        "xl/workbook.xml",
                                        "<workbook/>",
                                        "xl/sharedStrings.xml",
                                        "<sst><si><t>Begroting</t></si></sst>",
                                        "xl/worksheets/sheet1.xml",
                                        "<worksheet><row><c t='s'><v>0</v></c><c><v>1250</v></c></row></worksheet>")),
                        "cijfers.xlsx");
        assertThat(sheet.text()).contains("Begroting").contains("1250").doesNotContain("\n0 ");
        Map<String, String> odt = new LinkedHashMap<>();
        odt.put("mimetype", "application/vnd.oasis.opendocument.text");
        odt.put(
                "content.xml",
                "<o:d xmlns:o='urn:o' xmlns:t='urn:t'><o:styles>niet</o:styles><o:body><t:p>Wel dit</t:p></o:body></o:d>");
        Found letter = read(zip(odt), "brief.odt");
        assertThat(letter.type()).isEqualTo("application/vnd.oasis.opendocument.text");
        assertThat(letter.text()).contains("Wel dit").doesNotContain("niet");
        Found slides =
                read(
                        zip(
                                Map.of(
                                        "ppt/presentation.xml",
                                        "<p/>",
                                        "ppt/slides/slide1.xml",
                                        "<p><t>Welkom</t></p>")),
                        "dia.pptx");
        assertThat(slides.text()).contains("Welkom");
    }

    @Test
    void textMailAndWebPagesGiveTheirWords() throws Exception {
        assertThat(read("caf\u00e9".getBytes(Charset.forName("windows-1252")), "a.txt").text())
                .isEqualTo("caf\u00e9");
        assertThat(read("\ufeffna\u00efef".getBytes(StandardCharsets.UTF_16LE), "a.txt").text())
                .isEqualTo("na\u00efef");
        String mail =
                "From: Jan <jan@voorbeeld.be>\r\nSubject: De dijk\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nZij is doorgebroken.\r\n";
        Found read = read(mail.getBytes(StandardCharsets.US_ASCII), "bericht.eml");
        assertThat(read.type()).isEqualTo("message/rfc822");
        assertThat(read.text()).contains("De dijk").contains("doorgebroken");
        Found page =
                read(
                        "<!doctype html><html><body><script>geheim()</script><p>Zichtbaar</p></body></html>"
                                .getBytes(StandardCharsets.UTF_8),
                        "pagina.html");
        assertThat(page.text()).contains("Zichtbaar").doesNotContain("geheim()");
    }

    @Test
    void picturesAreDrawnAnew() throws Exception {
        var picture = new BufferedImage(3000, 2000, BufferedImage.TYPE_INT_RGB);
        for (String format : new String[] {"png", "jpg", "gif", "bmp", "tiff"}) {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(picture, format, bytes);
            bytes.writeBytes("<script>".getBytes(StandardCharsets.US_ASCII));
            Found found = read(bytes.toByteArray(), "foto." + format);
            assertThat(found.read()).as(format + " " + found.reason()).isTrue();
            assertThat(new String(found.picture(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("<script>");
            assertThat(ImageIO.read(new ByteArrayInputStream(found.picture())).getWidth())
                    .isLessThanOrEqualTo(Readers.WIDTH);
        }
    }

    @Test
    void whatIsLockedIsSaidToBeLocked() throws Exception {
        byte[] locked;
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.protect(
                    new StandardProtectionPolicy("baas", "geheim", new AccessPermission()));
            document.save(bytes);
            locked = bytes.toByteArray();
        }
        assertThat(read(locked, "geheim.pdf").reason()).isEqualTo("password");
        byte[] office = new byte[4096];
        ByteBuffer.wrap(office)
                .putLong(0xD0CF11E0A1B11AE1L)
                .position(1024)
                .put("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE));
        assertThat(read(office, "geheim.docx").reason()).isEqualTo("password");
    }

    @Test
    void aBombIsNotUnpacked() throws Exception {
        byte[] blank = new byte[1024 * 1024];
        Arrays.fill(blank, (byte) ' ');
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write("<d><t>".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 400; i++) {
                zip.write("<p/>".getBytes(StandardCharsets.US_ASCII));
                zip.write(blank);
            }
            zip.write("</t></d>".getBytes(StandardCharsets.US_ASCII));
            zip.closeEntry();
        }
        assertThat(bytes.size()).isLessThan(1024 * 1024);
        Found found = read(bytes.toByteArray(), "bom.docx");
        assertThat(found.read() ? found.text().length() : 0).isLessThanOrEqualTo(1_000_000);
        byte[] elements = new byte[1024 * 1024];
        Arrays.fill(elements, (byte) ' ');
        var outside = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(outside)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write("<d>".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 200; i++) {
                zip.write("<x>".getBytes(StandardCharsets.US_ASCII));
                zip.write(elements);
                zip.write("</x>".getBytes(StandardCharsets.US_ASCII));
            }
            zip.write("</d>".getBytes(StandardCharsets.US_ASCII));
            zip.closeEntry();
        }
        assertThat(read(outside.toByteArray(), "bom.docx").reason()).isEqualTo("too-large-inside");
        assertThat(read(pdf(1), "daarna.pdf").read()).isTrue();
    }

    @Test
    void noOtherFileOfTheMachineIsRead() throws Exception {
        byte[] reaching =
                zip(
                        Map.of(
                                "word/document.xml",
                                "<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><d><t>&e;</t></d>"));
        Found found = read(reaching, "x.docx");
        assertThat(found.reason()).isEqualTo("entities");
        assertThat(found.text()).doesNotContain("root");
        byte[] laughing =
                zip(
                        Map.of(
                                "word/document.xml",
                                "<!DOCTYPE d [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]><d><t>&b;</t></d>"));
        assertThat(read(laughing, "x.docx").reason()).isEqualTo("entities");
    }

    @Test
    void whatIsNotWhatItsNameSaysIsToldApart() throws Exception {
        byte[] program = "MZ\u0000\u0001 a program".getBytes(StandardCharsets.ISO_8859_1);
        Found found = read(program, "factuur.pdf");
        assertThat(found.type()).isEqualTo("application/x-msdownload");
        assertThat(found.read()).isFalse();
        assertThat(read(docx("x"), "brief.pdf").reason()).isEqualTo("fake-type");
        assertThat(read(docx("x"), "brief.pdf").read()).isTrue();
    }

    @Test
    void aPictureThatSaysItIsImmenseIsNotDrawn() throws Exception {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        ByteBuffer head = ByteBuffer.allocate(17);
        head.put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(100_000).putInt(100_000);
        head.put(new byte[] {8, 2, 0, 0, 0});
        var sum = new CRC32();
        sum.update(head.array());
        bytes.writeBytes(ByteBuffer.allocate(4).putInt(13).array());
        bytes.writeBytes(head.array());
        bytes.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
        assertThat(read(bytes.toByteArray(), "groot.png").reason()).isEqualTo("too-large-inside");
    }

    @Test
    void aPdfThatTurnsInCirclesOrIsBrokenEndsWithAReason() throws Exception {
        String circle =
                "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF";
        assertThat(read(circle.getBytes(StandardCharsets.US_ASCII), "kring.pdf").read()).isFalse();
        var random = new Random(7);
        byte[] whole = pdf(2);
        for (int i = 0; i < 25; i++) {
            byte[] broken = whole.clone();
            for (int hit = 0; hit < 20; hit++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            assertThat(read(Arrays.copyOf(broken, random.nextInt(broken.length)), "stuk.pdf"))
                    .isNotNull();
        }
        assertThat(read(pdf(1), "daarna.pdf").read()).isTrue();
    }

    @Test
    void whatTakesTooLongIsEndedAndTheNextOneIsRead() throws Exception {
        Readers hasty = readers("128m", Duration.ofMillis(1));
        try {
            assertThat(read(hasty, pdf(1), "plan.pdf").reason()).isEqualTo("too-slow");
        } finally {
            hasty.destroy();
        }
        assertThat(read(pdf(1), "plan.pdf").read()).isTrue();
    }

    @Test
    void aReaderWithoutMemoryDiesAndTheProductDoesNot() throws Exception {
        Readers poor = readers("40m", Duration.ofSeconds(30));
        try {
            byte[] mail = new byte[40 * 1024 * 1024];
            Arrays.fill(mail, (byte) 'x');
            byte[] head = "From: a@b.be\r\nSubject: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(head, 0, mail, 0, head.length);
            Found heavy = read(poor, mail, "groot.eml");
            assertThat(heavy.reason()).isEqualTo("too-heavy");
            assertThat(read(poor, pdf(1), "plan.pdf").read()).isTrue();
        } finally {
            poor.destroy();
        }
    }

    private static Found read(byte[] bytes, String name) throws Exception {
        return read(readers, bytes, name);
    }

    private static Found read(Readers by, byte[] bytes, String name)
            throws IOException, InterruptedException {
        try (Readers.Turn turn = by.turn()) {
            return turn.read(new ByteArrayInputStream(bytes), name);
        }
    }

    private static Found page(byte[] bytes, String name, int page)
            throws IOException, InterruptedException {
        try (Readers.Turn turn = readers.turn()) {
            return turn.page(new ByteArrayInputStream(bytes), name, page);
        }
    }

    @Test
    void whoFindsNoReaderFreeIsToldSoBeforeHisFileIsOpened() throws Exception {
        try (Readers.Turn taken = readers.turn()) {
            assertThatThrownBy(readers::turn)
                    .isInstanceOf(Refused.class)
                    .hasMessage("documents.busy");
            assertThat(taken).isNotNull();
        }
        readers.turn().close();
    }

    private static Readers readers(String memory, Duration patience) {
        return new Readers(
                new DocumentSettings(false, 1, memory, patience, Duration.ofMillis(200), 1000));
    }

    private static byte[] docx(String text) throws IOException {
        return zip(
                Map.of(
                        "word/document.xml",
                        "<w:document xmlns:w='%s'><w:body><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:body></w:document>"
                                .formatted(WORD, text.replace("<", "&lt;"))));
    }

    private static byte[] zip(Map<String, String> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] pdf(int pages) throws IOException {
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            for (int number = 1; number <= pages; number++) {
                var page = new PDPage();
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 14);
                    content.newLineAtOffset(60, 700);
                    content.showText("Kwartelkoning op bladzijde " + number);
                    content.endText();
                }
            }
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}
