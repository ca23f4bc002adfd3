// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import be.onthaal.common.CleanText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the text of a header field: encoded words (RFC 2047), also broken ones whose characters
 * are split over two words, and bare 8-bit text that no standard allows.
 */
final class HeaderText {

    private static final int LONGEST_CHARSET = 60;

    private final String raw;
    private final String hint;
    private final Reading reading;
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream word = new ByteArrayOutputStream();
    private String wordCharset = "";
    private boolean wordsEnd = true;

    private HeaderText(String raw, String hint, Reading reading) {
        this.raw = raw;
        this.hint = hint;
        this.reading = reading;
    }

    /**
     * One clean line of text.
     *
     * @param hint character set of the body, the best guess for bare 8-bit text
     */
    static String decode(byte[] body, String hint, Reading reading) {
        return CleanText.line(new HeaderText(latin(body), hint, reading).decode());
    }

    /** The bytes of a field that was read as one character for each byte. */
    static byte[] bytes(String raw) {
        return raw.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** One character for each byte, so that the structure can be read before the text. */
    static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private String decode() {
        int plainFrom = 0;
        int start = raw.indexOf("=?");
        while (start >= 0) {
            EncodedWord found = wordAt(start);
            if (found == null) {
                start = raw.indexOf("=?", start + 2);
            } else {
                String between = raw.substring(plainFrom, start);
                if (plainFrom == 0 || !between.isBlank()) {
                    takePlain(between);
                }
                takeWord(found);
                plainFrom = found.end();
                start = raw.indexOf("=?", plainFrom);
            }
        }
        takePlain(raw.substring(plainFrom));
        return text.toString();
    }

    private @Nullable EncodedWord wordAt(int start) {
        int charsetEnd = raw.indexOf('?', start + 2);
        int length = charsetEnd - start - 2;
        if (length < 1 || length > LONGEST_CHARSET || charsetEnd + 2 >= raw.length()) {
            return null;
        }
        char encoding = Character.toLowerCase(raw.charAt(charsetEnd + 1));
        if ("bq".indexOf(encoding) < 0 || raw.charAt(charsetEnd + 2) != '?' || !wordsEnd) {
            return null;
        }
        int end = raw.indexOf("?=", charsetEnd + 3);
        if (end < 0) {
            wordsEnd = false;
            return null;
        }
        String charset = raw.substring(start + 2, charsetEnd);
        int language = charset.indexOf('*');
        return new EncodedWord(
                (language < 0 ? charset : charset.substring(0, language)).toLowerCase(Locale.ROOT),
                encoding == 'b',
                raw.substring(charsetEnd + 3, end),
                end + 2);
    }

    private void takeWord(EncodedWord found) {
        if (!found.charset().equals(wordCharset)) {
            flushWord();
            wordCharset = found.charset();
        }
        word.writeBytes(found.base64() ? base64(found.text()) : quoted(found.text()));
    }

    private void takePlain(String plain) {
        flushWord();
        text.append(TextDecoding.decode(bytes(plain), hint, reading));
    }

    private void flushWord() {
        if (word.size() > 0) {
            text.append(TextDecoding.decode(word.toByteArray(), wordCharset, reading));
            word.reset();
        }
    }

    static byte[] base64(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || c == '+' || c == '/')) {
                digits.append(c);
            }
        }
        if (digits.length() % 4 == 1) {
            digits.setLength(digits.length() - 1);
        }
        return Base64.getDecoder().decode(digits.toString());
    }

    private static byte[] quoted(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int value = c == '=' ? hex(text, i + 1) : -1;
            if (value >= 0) {
                bytes.write(value);
                i += 2;
            } else {
                bytes.write(c == '_' ? ' ' : c);
            }
        }
        return bytes.toByteArray();
    }

    /** The byte that two hexadecimal digits stand for, or -1. */
    static int hex(String text, int at) {
        if (at + 1 >= text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private record EncodedWord(String charset, boolean base64, String text, int end) {}
}
