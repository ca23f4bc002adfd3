// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Takes out of a text what no database or screen can hold: NUL, control characters and halves of
 * characters, and in a single line also everything that could forge a line or turn its direction.
 */
public final class CleanText {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private CleanText() {}

    /** A text of many lines, with plain line feeds. */
    public static String lines(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r') {
                boolean pair = i + 1 < text.length() && text.charAt(i + 1) == '\n';
                if (!pair) {
                    clean.append('\n');
                }
            } else if (c == '\n' || c == '\t' || !Character.isISOControl(c)) {
                clean.append(isLoneSurrogate(text, i) ? '\uFFFD' : c);
            }
        }
        return clean.toString();
    }

    /** A text of one line: a subject, a name, a file name. */
    public static String line(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) || c == ' ' || c == '\u2028' || c == '\u2029') {
                gap = gap || c == ' ' || c == '\n' || c == '\r' || c == '\t' || c >= '\u2028';
            } else if (!turnsDirection(c)) {
                if (gap && !clean.isEmpty()) {
                    clean.append(' ');
                }
                gap = false;
                clean.append(isLoneSurrogate(text, i) ? '\uFFFD' : c);
            }
        }
        return clean.toString();
    }

    /** Percent-encodes everything but letters, digits and a few harmless signs. */
    public static String urlSafe(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || "@._-$+".indexOf(c) >= 0)) {
                safe.append(c);
            } else {
                safe.append('%').append(HEX.toHexDigits(b));
            }
        }
        return safe.toString();
    }

    public static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        boolean splitsPair = length > 0 && Character.isHighSurrogate(text.charAt(length - 1));
        return text.substring(0, splitsPair ? length - 1 : length);
    }

    private static boolean turnsDirection(char c) {
        return (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
    }

    private static boolean isLoneSurrogate(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c)
                && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
