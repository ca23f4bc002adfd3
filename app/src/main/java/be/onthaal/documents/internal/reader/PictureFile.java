// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents.internal.reader;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;

/** Pictures, drawn anew so that nothing of the stranger's bytes reaches a browser. */
final class PictureFile {

    private static final long MOST_PIXELS = 400_000_000;
    private static final int MOST_DRAWN = 8_000_000;

    private PictureFile() {}

    static Found read(Path file, String type, Asked asked) throws IOException {
        ImageIO.setUseCache(false);
        try (var bytes = new FileImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(bytes);
            if (!readers.hasNext()) {
                return Found.not(type, "damaged");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(bytes, false, true);
                int pages = type.equals("image/tiff") ? reader.getNumImages(true) : 1;
                int shown = Math.max(1, asked.page());
                if (shown > pages) {
                    return Found.not(type, "no-page");
                }
                if (asked.scans()) {
                    BufferedImage sheet =
                            drawn(reader, shown - 1, ScannedSheet.WIDTH, ScannedSheet.MOST_POINTS);
                    return ScannedSheet.of(sheet, type, pages, 0, asked.turn());
                }
                BufferedImage picture = drawn(reader, shown - 1, asked.width(), MOST_DRAWN);
                return new Found(type, true, "", pages, "", png(picture));
            } finally {
                reader.dispose();
            }
        }
    }

    /** Reads every so many points of a large picture, so that it never is whole in memory. */
    private static BufferedImage drawn(ImageReader reader, int index, int width, int most)
            throws IOException {
        long wide = reader.getWidth(index);
        long high = reader.getHeight(index);
        if (wide <= 0 || high <= 0 || wide * high > MOST_PIXELS) {
            throw new TooMuch("too-large-inside");
        }
        int step = 1;
        while (wide / step > 2L * width || wide / step * (high / step) > most) {
            step++;
        }
        ImageReadParam every = reader.getDefaultReadParam();
        every.setSourceSubsampling(step, step, 0, 0);
        BufferedImage read = reader.read(index, every);
        double scale = Math.min(1, (double) width / read.getWidth());
        int shownWidth = Math.max(1, (int) Math.round(read.getWidth() * scale));
        int shownHeight = Math.max(1, (int) Math.round(read.getHeight() * scale));
        var shown = new BufferedImage(shownWidth, shownHeight, BufferedImage.TYPE_INT_RGB);
        Graphics2D paper = shown.createGraphics();
        paper.setBackground(java.awt.Color.WHITE);
        paper.clearRect(0, 0, shownWidth, shownHeight);
        paper.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        paper.drawImage(read, 0, 0, shownWidth, shownHeight, null);
        paper.dispose();
        return shown;
    }

    static byte[] png(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }
}
