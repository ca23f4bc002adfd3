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
    private static final double SCANNED = 300;
    private static final double INCH = 72;
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
            if (asked.scans()) {
                return scanned(document, shown, pages, asked.turn());
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
        double scale = size(document.getPage(number - 1)).fitting(width, MOST_PIXELS);
        return PictureFile.png(drawn(document, number, scale));
    }

    /** At 300 points an inch, or at as many as a page of this size may have. */
    private static Found scanned(PDDocument document, int number, int pages, int turn)
            throws IOException {
        double scale = size(document.getPage(number - 1)).fitting(0, ScannedSheet.MOST_POINTS);
        double used = Math.min(scale, SCANNED / INCH);
        return ScannedSheet.of(
                drawn(document, number, used),
                ContentType.PDF,
                pages,
                (int) Math.round(used * INCH),
                turn);
    }

    /** How large a page is. */
    private record Size(double wide, double high) {

        /** By how much it grows to be so wide, and not larger than so many points. */
        double fitting(int width, int points) {
            double most = Math.sqrt(points / (wide * high));
            return width == 0 ? most : Math.min(width / wide, most);
        }
    }

    private static Size size(PDPage page) {
        PDRectangle box = page.getCropBox();
        boolean turned = page.getRotation() % 180 != 0;
        return new Size(
                Math.max(1, turned ? box.getHeight() : box.getWidth()),
                Math.max(1, turned ? box.getWidth() : box.getHeight()));
    }

    private static BufferedImage drawn(PDDocument document, int number, double scale)
            throws IOException {
        Size size = size(document.getPage(number - 1));
        double wide = size.wide();
        double high = size.high();
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
        return picture;
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
