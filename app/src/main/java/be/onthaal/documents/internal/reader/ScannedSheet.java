// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents.internal.reader;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A page as a scanner sees it: turned, grey where it has no colour, with what marks it. */
final class ScannedSheet {

    /** As wide as A4 is at 300 points an inch when it lies. */
    static final int WIDTH = 3_508;

    /** An A4 at 300 points an inch, and a little more. */
    static final int MOST_POINTS = 9_000_000;

    private static final double A4_LONG_SIDE = 11.69;
    private static final int[] CODE_WIDTHS = {1_000, 1_500};
    private static final float QUALITY = 0.8f;
    private static final int COLOURFUL = 48;

    /** Holes of a punch, staples and shadows lie at the edges. */
    private static final double EDGE = 0.08;

    /** How much darker than the paper ink is; what shines through from the back is less. */
    private static final int CONTRAST = 90;

    private ScannedSheet() {}

    /**
     * What becomes of a picture of a page that was drawn at some points an inch, or at no one knows
     * how many.
     */
    static Found of(BufferedImage drawn, String type, int pages, int dots, int turn)
            throws IOException {
        BufferedImage sheet = turned(drawn, turn);
        int inch =
                dots > 0
                        ? dots
                        : (int)
                                Math.round(
                                        Math.max(sheet.getWidth(), sheet.getHeight())
                                                / A4_LONG_SIDE);
        BufferedImage small = grey(sheet, Math.min(CODE_WIDTHS[0], sheet.getWidth()));
        var marks = new Marks(ink(small), Math.max(30, inch), codes(sheet, small));
        return new Found(type, true, "", pages, "", photograph(sheet), marks);
    }

    private static BufferedImage turned(BufferedImage drawn, int turn) {
        if (turn % 360 == 0) {
            return drawn;
        }
        boolean lying = turn % 180 != 0;
        int width = lying ? drawn.getHeight() : drawn.getWidth();
        int height = lying ? drawn.getWidth() : drawn.getHeight();
        var sheet = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D paper = sheet.createGraphics();
        paper.translate(width / 2.0, height / 2.0);
        paper.rotate(Math.toRadians(turn));
        paper.drawImage(drawn, -drawn.getWidth() / 2, -drawn.getHeight() / 2, null);
        paper.dispose();
        return sheet;
    }

    private static BufferedImage grey(BufferedImage sheet, int width) {
        int height = Math.max(1, (int) ((long) sheet.getHeight() * width / sheet.getWidth()));
        var small = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D paper = small.createGraphics();
        paper.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        paper.drawImage(sheet, 0, 0, width, height, null);
        paper.dispose();
        return small;
    }

    private static byte[] points(BufferedImage grey) {
        return ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
    }

    private static int ink(BufferedImage small) {
        byte[] points = points(small);
        int width = small.getWidth();
        int height = small.getHeight();
        int paper = usual(points);
        int left = Math.max(1, (int) (width * EDGE));
        int top = Math.max(1, (int) (height * EDGE / 2));
        long dark = 0;
        long all = 0;
        for (int y = top; y < height - top; y++) {
            for (int x = left; x < width - left; x++) {
                all++;
                int at = y * width + x;
                if (isDark(points, at, paper)
                        && (isDark(points, at - 1, paper) || isDark(points, at + 1, paper))
                        && (isDark(points, at - width, paper)
                                || isDark(points, at + width, paper))) {
                    dark++;
                }
            }
        }
        return all == 0 ? 0 : (int) (dark * 100_000 / all);
    }

    private static boolean isDark(byte[] points, int at, int paper) {
        return (points[at] & 0xFF) < paper - CONTRAST;
    }

    /** The grey of the paper: that of most of its points. */
    private static int usual(byte[] points) {
        int[] many = new int[256];
        for (byte point : points) {
            many[point & 0xFF]++;
        }
        int half = points.length / 2;
        int grey = 255;
        for (int counted = many[255]; counted < half && grey > 0; ) {
            grey--;
            counted += many[grey];
        }
        return grey;
    }

    private static List<String> codes(BufferedImage sheet, BufferedImage small) {
        Set<String> codes = new LinkedHashSet<>(codes(small));
        for (int i = 1; i < CODE_WIDTHS.length && codes.isEmpty(); i++) {
            if (sheet.getWidth() > CODE_WIDTHS[i]) {
                codes.addAll(codes(grey(sheet, CODE_WIDTHS[i])));
            }
        }
        return List.copyOf(codes);
    }

    private static Set<String> codes(BufferedImage grey) {
        int width = grey.getWidth();
        int height = grey.getHeight();
        LuminanceSource source =
                new PlanarYUVLuminanceSource(
                        points(grey), width, height, 0, 0, width, height, false);
        Set<String> codes = new LinkedHashSet<>();
        try {
            for (Result found :
                    new QRCodeMultiReader()
                            .decodeMultiple(
                                    new BinaryBitmap(new HybridBinarizer(source)),
                                    Map.of(DecodeHintType.TRY_HARDER, true))) {
                codes.add(found.getText());
            }
        } catch (NotFoundException none) {
            return Set.of();
        }
        return codes;
    }

    private static byte[] photograph(BufferedImage sheet) throws IOException {
        BufferedImage shown = isColourful(sheet) ? sheet : grey(sheet, sheet.getWidth());
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var to = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam wish = writer.getDefaultWriteParam();
            wish.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            wish.setCompressionQuality(QUALITY);
            writer.setOutput(to);
            writer.write(null, new IIOImage(shown, null, null), wish);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** Whether more than one point in a thousand has a colour. */
    private static boolean isColourful(BufferedImage sheet) {
        int step = 7;
        long coloured = 0;
        long looked = 0;
        for (int y = 0; y < sheet.getHeight(); y += step) {
            for (int x = 0; x < sheet.getWidth(); x += step) {
                var point = new Color(sheet.getRGB(x, y));
                int most = Math.max(point.getRed(), Math.max(point.getGreen(), point.getBlue()));
                int least = Math.min(point.getRed(), Math.min(point.getGreen(), point.getBlue()));
                looked++;
                if (most - least > COLOURFUL) {
                    coloured++;
                }
            }
        }
        return coloured * 1_000 > looked;
    }
}
