// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.web.internal;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A text as a square that telephones read, drawn as one line.
 *
 * @param size its width in squares, with the white edge that readers need
 * @param path its dark squares, as the path of an SVG
 */
public record QrCode(int size, String path) {

    private static final int EDGE = 4;

    static QrCode of(String text) {
        try {
            ByteMatrix squares = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
            var path = new StringBuilder();
            for (int y = 0; y < squares.getHeight(); y++) {
                for (int x = 0; x < squares.getWidth(); x++) {
                    if (squares.get(x, y) == 1) {
                        path.append('M')
                                .append(x + EDGE)
                                .append(' ')
                                .append(y + EDGE)
                                .append("h1v1h-1z");
                    }
                }
            }
            return new QrCode(squares.getWidth() + 2 * EDGE, path.toString());
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("Too long for a square", tooLong);
        }
    }
}
