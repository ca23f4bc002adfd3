// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents.internal.reader;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** PDF, as PDFBox reads it. */
final class PdfFile {

    private static final int MOST_PAGES_READ = 1_000;
    private static final int MOST_PIXELS = 6_000_000;
    private static final long MEMORY = 32L * 1024 * 1024;
    private static final long DISK = 512L * 1024 * 1024;

    private PdfFile() {}

    static Found read(Path file, Asked asked) throws IOException {
        try (PDDocument document =
                Loader.loadPDF(
                        file.toFile(),
                        MemoryUsageSetting.setupMixed(MEMORY, MEMORY + DISK).streamCache)) {
            int pages = document.getNumberOfPages();
            int shown = Math.max(1, asked.page());
            if (shown > pages) {
                return Found.not(ContentType.PDF, pages == 0 ? "damaged" : "no-page");
            }
            String text = asked.page() == 0 ? text(document) : "";
            byte[] picture = picture(document, shown, asked.width());
            return new Found(ContentType.PDF, true, "", pages, text, picture);
        } catch (InvalidPasswordException locked) {
            return Found.not(ContentType.PDF, "password");
        }
    }

    private static String text(PDDocument document) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setEndPage(Math.min(document.getNumberOfPages(), MOST_PAGES_READ));
        try (var words = new BoundedText(Found.LONGEST_TEXT)) {
            try {
                stripper.writeText(document, words);
            } catch (BoundedText.Full enough) {
                return words.toString();
            }
            return words.toString();
        }
    }

    private static byte[] picture(PDDocument document, int number, int width) throws IOException {
        PDPage page = document.getPage(number - 1);
        PDRectangle box = page.getCropBox();
        boolean turned = page.getRotation() % 180 != 0;
        double wide = Math.max(1, turned ? box.getHeight() : box.getWidth());
        double high = Math.max(1, turned ? box.getWidth() : box.getHeight());
        double scale = Math.min(width / wide, Math.sqrt(MOST_PIXELS / (wide * high)));
        if (wide * scale < 1 || high * scale < 1) {
            throw new TooMuch("damaged");
        }
        var picture =
                new BufferedImage(
                        (int) Math.ceil(wide * scale),
                        (int) Math.ceil(high * scale),
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D paper = picture.createGraphics();
        try {
            paper.setBackground(Color.WHITE);
            paper.clearRect(0, 0, picture.getWidth(), picture.getHeight());
            paper.setRenderingHint(
                    RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            paper.setRenderingHint(
                    RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            new PDFRenderer(document).renderPageToGraphics(number - 1, paper, (float) scale);
        } finally {
            paper.dispose();
        }
        return PictureFile.png(picture);
    }

    /** Draws a page of its own, so that the first file does not wait for classes and fonts. */
    static void warmUp() {
        try (var document = new PDDocument()) {
            var page = new PDPage(PDRectangle.A6);
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(20, 20);
                content.showText("Onthaal");
                content.endText();
            }
            new PDFTextStripper().getText(document);
            PictureFile.png(new PDFRenderer(document).renderImage(0, 1, ImageType.RGB));
        } catch (IOException notWarm) {
            throw new java.io.UncheckedIOException(notWarm);
        }
    }
}
