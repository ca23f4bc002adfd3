// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.paper.internal;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Lays checked markup out; what it would have to fetch it does not get. */
public final class Rendering {

    private static final String FAMILY = "Liberation Sans";
    private static final String INSIDE = "data:image/png;base64,";
    private static final String STYLE =
            new String(resource("/paper/paper.css"), StandardCharsets.UTF_8);
    private static final byte[] COLOURS = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private static final List<Font> FONTS =
            List.of(
                    Font.of("Regular", 400, FontStyle.NORMAL),
                    Font.of("Bold", 700, FontStyle.NORMAL),
                    Font.of("Italic", 400, FontStyle.ITALIC),
                    Font.of("BoldItalic", 700, FontStyle.ITALIC));

    static {
        // Its log would hold what stands in letters.
        XRLog.setLoggingEnabled(false);
    }

    private static final class Font {

        private final byte[] bytes;
        private final int weight;
        private final FontStyle style;

        private Font(byte[] bytes, int weight, FontStyle style) {
            this.bytes = bytes;
            this.weight = weight;
            this.style = style;
        }

        static Font of(String cut, int weight, FontStyle style) {
            return new Font(resource("/liberation/LiberationSans-" + cut + ".ttf"), weight, style);
        }
    }

    private Rendering() {}

    /** How everything on paper looks. */
    static String style() {
        return STYLE;
    }

    /** The PDF, with the part of each font that it uses. */
    public static byte[] pdf(Markup markup) throws IOException {
        var made = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        for (Font font : FONTS) {
            builder.useFont(
                    () -> new ByteArrayInputStream(font.bytes),
                    FAMILY,
                    font.weight,
                    font.style,
                    true);
        }
        for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl(
                    (address, kind) -> address.startsWith(INSIDE), when);
        }
        builder.useUriResolver((base, address) -> address.startsWith(INSIDE) ? address : null)
                .usePdfAConformance(PdfAConformance.PDFA_3_A)
                .usePdfUaAccessibility(true)
                .useColorProfile(COLOURS)
                .withProducer("Onthaal")
                .withW3cDocument(markup.document(), "")
                .toStream(made)
                .run();
        return made.toByteArray();
    }

    private static byte[] resource(String name) {
        try (InputStream file = Rendering.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
