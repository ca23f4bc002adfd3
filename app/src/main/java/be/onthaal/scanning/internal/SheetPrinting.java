// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.scanning.internal;

import be.onthaal.scanning.SheetCode;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.springframework.stereotype.Component;

/** Prints sheets of ours: a large QR code, with the same in words for people. */
@Component
class SheetPrinting {

    private static final float LEFT = 70;
    private static final float SIDE = 260;
    private static final int LONGEST_LINE = 60;

    private final SheetCodes codes;
    private final Clock clock;

    SheetPrinting(SheetCodes codes, Clock clock) {
        this.codes = codes;
        this.clock = clock;
    }

    /** A sheet to print, as PDF/A. */
    byte[] print(SheetCode code, String title, List<String> words) {
        try (var document = new PDDocument()) {
            SearchablePdf.describe(document, title, clock.instant());
            PDFont font = SearchablePdf.font(document);
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                float top = page.getMediaBox().getHeight();
                write(content, font, 34, top - 110, title);
                draw(content, top - 150 - SIDE, codes.signed(code));
                float line = top - 200 - SIDE;
                for (String said : words) {
                    write(content, font, 18, line, said);
                    line -= 30;
                }
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write(
            PDPageContentStream content, PDFont font, float size, float height, String text)
            throws IOException {
        String written = SearchablePdf.writable(font, text);
        content.beginText();
        content.setFont(font, size);
        content.newLineAtOffset(LEFT, height);
        content.showText(written.substring(0, Math.min(LONGEST_LINE, written.length())));
        content.endText();
    }

    private static void draw(PDPageContentStream content, float bottom, String text)
            throws IOException {
        BitMatrix code = code(text);
        float point = SIDE / code.getWidth();
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                if (code.get(x, y)) {
                    content.addRect(
                            LEFT + x * point, bottom + SIDE - (y + 1) * point, point, point);
                }
            }
        }
        content.fill();
    }

    private static BitMatrix code(String text) throws IOException {
        try {
            return new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.MARGIN,
                                    0));
        } catch (WriterException tooLong) {
            throw new IOException(tooLong);
        }
    }
}
