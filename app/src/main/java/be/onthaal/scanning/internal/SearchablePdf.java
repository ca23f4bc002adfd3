// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.scanning.internal;

import be.onthaal.scanning.Sheet;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;

/**
 * A piece as PDF/A-2b (ISO 19005-2): the pages as pictures, with their words unseen behind them.
 */
final class SearchablePdf {

    private static final String FONT =
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final double INCH = 72;

    private SearchablePdf() {}

    /** Writes it to a file; pictures are taken one by one. */
    static void write(
            Path file,
            String title,
            Instant at,
            List<Sheet> sheets,
            Function<Sheet, byte[]> pictures)
            throws IOException {
        try (var document = new PDDocument(MemoryUsageSetting.setupTempFileOnly().streamCache)) {
            describe(document, title, at);
            PDFont font = font(document);
            for (Sheet sheet : sheets) {
                if (sheet.picture().isPresent()) {
                    add(document, font, sheet, pictures.apply(sheet));
                } else {
                    addMissing(document, font, sheet);
                }
            }
            document.save(file.toFile());
        }
    }

    /** A font that is embedded, as everything must be that is written, be it unseen. */
    static PDFont font(PDDocument document) throws IOException {
        try (InputStream font = PDFont.class.getResourceAsStream(FONT)) {
            return PDType0Font.load(document, Objects.requireNonNull(font), true);
        }
    }

    private static void add(PDDocument document, PDFont font, Sheet sheet, byte[] photograph)
            throws IOException {
        PDImageXObject picture = JPEGFactory.createFromByteArray(document, photograph);
        double scale = INCH / sheet.dots();
        var size =
                new PDRectangle(
                        (float) (picture.getWidth() * scale),
                        (float) (picture.getHeight() * scale));
        var page = new PDPage(size);
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setRenderingMode(RenderingMode.NEITHER);
            for (PageWords.Word word : PageWords.kept(sheet.words())) {
                write(content, font, word, scale, size.getHeight());
            }
            content.endText();
            content.drawImage(picture, 0, 0, size.getWidth(), size.getHeight());
        }
    }

    /** What could not be read is not left out in silence. */
    private static void addMissing(PDDocument document, PDFont font, Sheet sheet)
            throws IOException {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(font, 14);
            content.newLineAtOffset(60, 700);
            content.showText("Blad " + sheet.number() + " van de stapel kon niet gelezen worden.");
            content.endText();
        }
    }

    private static void write(
            PDPageContentStream content, PDFont font, PageWords.Word word, double scale, float top)
            throws IOException {
        String text = writable(font, word.text());
        float height = (float) (word.height() * scale);
        if (text.isEmpty() || height <= 0) {
            return;
        }
        float natural = font.getStringWidth(text) / 1_000 * height;
        float wide = natural <= 0 ? 1 : (float) (word.width() * scale) / natural;
        content.setFont(font, height);
        content.setTextMatrix(
                new Matrix(
                        wide,
                        0,
                        0,
                        1,
                        (float) (word.x() * scale),
                        (float) (top - (word.y() + word.height()) * scale)));
        content.showText(text + " ");
    }

    /** Without the characters that the font does not have. */
    static String writable(PDFont font, String text) {
        var left = new StringBuilder();
        text.codePoints()
                .filter(point -> !Character.isISOControl(point))
                .mapToObj(Character::toString)
                .filter(letter -> has(font, letter))
                .forEach(left::append);
        return left.toString();
    }

    private static boolean has(PDFont font, String letter) {
        try {
            return font.encode(letter).length > 0;
        } catch (IOException | IllegalArgumentException none) {
            return false;
        }
    }

    /** What PDF/A asks beside the pages: what it is, in XMP, and what its colours mean. */
    static void describe(PDDocument document, String title, Instant at) throws IOException {
        var catalog = document.getDocumentCatalog();
        var metadata = new PDMetadata(document);
        metadata.importXMPMetadata(xmp(title, at).getBytes(StandardCharsets.UTF_8));
        catalog.setMetadata(metadata);
        byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        var intent = new PDOutputIntent(document, new ByteArrayInputStream(colours));
        intent.setInfo("sRGB IEC61966-2.1");
        intent.setOutputCondition("sRGB IEC61966-2.1");
        intent.setOutputConditionIdentifier("sRGB IEC61966-2.1");
        intent.setRegistryName("http://www.color.org");
        catalog.addOutputIntent(intent);
    }

    private static String xmp(String title, Instant at) {
        return """
        <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description>
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title></rdf:Description>
        <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><xmp:CreateDate>%s</xmp:CreateDate><xmp:CreatorTool>Onthaal</xmp:CreatorTool></rdf:Description>
        </rdf:RDF></x:xmpmeta>
        <?xpacket end="r"?>
        """
                .formatted(escaped(title), at.truncatedTo(ChronoUnit.SECONDS));
    }

    private static String escaped(String text) {
        var clean = new StringBuilder();
        text.codePoints()
                .filter(point -> point >= ' ' && point != 0xFFFE && point != 0xFFFF)
                .forEach(clean::appendCodePoint);
        return clean.toString().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
