// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.scanning;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Draws what lies on the glass of a scanner. */
public final class Paper {

    private static final int WIDTH = 1_654;
    private static final int HEIGHT = 2_339;
    private static final int DOTS = 200;

    private Paper() {}

    /** A letter of these lines. */
    public static BufferedImage letter(String... lines) {
        BufferedImage sheet = blank();
        Graphics2D pen = pen(sheet);
        pen.setFont(sans().deriveFont(34f));
        int y = 300;
        for (String line : lines) {
            pen.drawString(line, 180, y);
            y += 60;
        }
        pen.dispose();
        return sheet;
    }

    /** An empty side. */
    public static BufferedImage blank() {
        var sheet = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = sheet.createGraphics();
        pen.setColor(new Color(250, 249, 246));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.dispose();
        return sheet;
    }

    /** The back of a letter: punched, speckled, and with its front shining through. */
    public static BufferedImage back() {
        BufferedImage sheet = blank();
        Graphics2D pen = pen(sheet);
        pen.setColor(new Color(215, 214, 210));
        pen.setFont(sans().deriveFont(34f));
        for (int y = 300; y < 2_000; y += 60) {
            pen.drawString("Dit schijnt door het papier heen van de andere kant", 180, y);
        }
        pen.setColor(Color.BLACK);
        pen.fillOval(40, 800, 50, 50);
        pen.fillOval(40, 1_450, 50, 50);
        var random = new Random(7);
        for (int i = 0; i < 200; i++) {
            sheet.setRGB(random.nextInt(WIDTH), random.nextInt(HEIGHT), 0x202020);
        }
        pen.dispose();
        return sheet;
    }

    /** A side with one stroke of a pen: somebody wrote something, however little. */
    public static BufferedImage signature() {
        BufferedImage sheet = blank();
        Graphics2D pen = pen(sheet);
        pen.setStroke(new BasicStroke(6));
        pen.drawArc(700, 1_000, 260, 120, 20, 300);
        pen.drawLine(700, 1_120, 1_000, 1_060);
        pen.dispose();
        return sheet;
    }

    /** The same side, put in the scanner another way. */
    public static BufferedImage turned(BufferedImage sheet, int degrees) {
        boolean lying = degrees % 180 != 0;
        int width = lying ? sheet.getHeight() : sheet.getWidth();
        int height = lying ? sheet.getWidth() : sheet.getHeight();
        var turned = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var way = AffineTransform.getTranslateInstance(width / 2.0, height / 2.0);
        way.rotate(Math.toRadians(degrees));
        way.translate(-sheet.getWidth() / 2.0, -sheet.getHeight() / 2.0);
        Graphics2D pen = turned.createGraphics();
        pen.drawImage(sheet, way, null);
        pen.dispose();
        return turned;
    }

    /** A printed sheet of the product, as the scanner sees it. */
    public static BufferedImage printed(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(0, DOTS);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The sides as a scanner makes a PDF of them. */
    public static byte[] pdf(BufferedImage... sheets) {
        try (var document = new PDDocument()) {
            for (BufferedImage sheet : sheets) {
                var size =
                        new PDRectangle(
                                sheet.getWidth() * 72f / DOTS, sheet.getHeight() * 72f / DOTS);
                var page = new PDPage(size);
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.drawImage(
                            JPEGFactory.createFromImage(document, sheet, 0.8f),
                            0,
                            0,
                            size.getWidth(),
                            size.getHeight());
                }
            }
            return bytes(document);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The same behind a password. */
    public static byte[] locked(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            document.protect(
                    new StandardProtectionPolicy("eigenaar", "geheim", new AccessPermission()));
            return bytes(document);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The sides as one TIFF. */
    public static byte[] tiff(BufferedImage... sheets) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        var bytes = new ByteArrayOutputStream();
        try (var to = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(to);
            writer.prepareWriteSequence(null);
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(javax.imageio.ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionType("LZW");
            for (BufferedImage sheet : sheets) {
                writer.writeToSequence(new IIOImage(sheet, null, null), how);
            }
            writer.endWriteSequence();
            to.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** A side as a picture of another sort. */
    public static byte[] picture(BufferedImage sheet, String sort) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(sheet, sort, bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    /** A picture of a few bytes that says it is as wide and as high as this. */
    public static byte[] bomb(int side) {
        byte[] small = tiff(new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY));
        for (int tag : List.of(256, 257)) {
            enlarge(small, tag, side);
        }
        return small;
    }

    /** Writes another value over that of a tag in the first folder of a TIFF. */
    private static void enlarge(byte[] tiff, int tag, int value) {
        boolean little = tiff[0] == 'I';
        var file =
                java.nio.ByteBuffer.wrap(tiff)
                        .order(
                                little
                                        ? java.nio.ByteOrder.LITTLE_ENDIAN
                                        : java.nio.ByteOrder.BIG_ENDIAN);
        int folder = file.getInt(4);
        int many = file.getShort(folder) & 0xFFFF;
        for (int i = 0; i < many; i++) {
            int at = folder + 2 + i * 12;
            if ((file.getShort(at) & 0xFFFF) == tag) {
                file.putShort(at + 2, (short) 4);
                file.putInt(at + 4, 1);
                file.putInt(at + 8, value);
            }
        }
    }

    private static Graphics2D pen(BufferedImage sheet) {
        Graphics2D pen = sheet.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.BLACK);
        return pen;
    }

    /** The font that PDFBox carries along, so that a machine without fonts draws the same. */
    private static Font sans() {
        try (var font =
                PDFont.class.getResourceAsStream(
                        "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
            byte[] letters = Objects.requireNonNull(font).readAllBytes();
            return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(letters));
        } catch (IOException | java.awt.FontFormatException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }
}
