// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.paper.internal;

import be.onthaal.common.Refused;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** A picture made again from its dots: nothing else that was in the file comes along. */
final class SafePicture {

    private static final int LARGEST = 4_000_000;
    private static final long MOST_DOTS = 16_000_000;
    private static final Set<String> KINDS = Set.of("png", "jpeg");

    private SafePicture() {}

    /** As an address that holds the whole picture. */
    static String address(byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw new Refused("paper.picture-too-large", LARGEST / 1_000_000);
        }
        try {
            var made = new ByteArrayOutputStream();
            ImageIO.write(onWhite(read(bytes)), "png", made);
            return "data:image/png;base64,"
                    + Base64.getEncoder().encodeToString(made.toByteArray());
        } catch (IOException | RuntimeException broken) {
            if (broken instanceof Refused refused) {
                throw refused;
            }
            throw new Refused("paper.picture-unreadable");
        }
    }

    private static BufferedImage read(byte[] bytes) throws IOException {
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new Refused("paper.picture-unreadable");
            }
            ImageReader reader = readers.next();
            try {
                if (!KINDS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                    throw new Refused("paper.picture-unreadable");
                }
                reader.setInput(input, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_DOTS) {
                    throw new Refused("paper.picture-too-large", LARGEST / 1_000_000);
                }
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage onWhite(BufferedImage picture) {
        var whole =
                new BufferedImage(
                        picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = whole.createGraphics();
        pen.drawImage(picture, 0, 0, Color.WHITE, null);
        pen.dispose();
        return whole;
    }
}
