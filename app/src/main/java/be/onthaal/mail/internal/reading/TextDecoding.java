// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Turns bytes into text when the declared character set may be wrong, unknown or missing: what
 * decodes cleanly wins, and every repair leaves a warning.
 */
final class TextDecoding {

    private static final Charset WESTERN = Charset.forName("windows-1252");

    /** Names that senders use for a larger set than the one they name (as browsers do). */
    private static final Map<String, String> REAL_NAMES =
            Map.ofEntries(
                    Map.entry("ascii", "windows-1252"),
                    Map.entry("us-ascii", "windows-1252"),
                    Map.entry("ansi_x3.4-1968", "windows-1252"),
                    Map.entry("iso-8859-1", "windows-1252"),
                    Map.entry("iso8859-1", "windows-1252"),
                    Map.entry("latin1", "windows-1252"),
                    Map.entry("iso-8859-9", "windows-1254"),
                    Map.entry("iso-8859-8-i", "ISO-8859-8"),
                    Map.entry("gb2312", "GB18030"),
                    Map.entry("gbk", "GB18030"),
                    Map.entry("x-gbk", "GB18030"),
                    Map.entry("ks_c_5601-1987", "x-windows-949"),
                    Map.entry("euc-kr", "x-windows-949"),
                    Map.entry("shift_jis", "windows-31j"),
                    Map.entry("utf8", "UTF-8"),
                    Map.entry("utf-8mb4", "UTF-8"),
                    Map.entry("unicode-1-1-utf-8", "UTF-8"));

    private TextDecoding() {}

    /** Decodes bytes that may have been cut off in the middle of a character. */
    static String decode(byte[] bytes, String declared, Reading reading) {
        Optional<Charset> charset = findCharset(declared);
        if (charset.isEmpty() && !declared.isBlank()) {
            reading.warn(MailWarning.UNKNOWN_CHARSET);
        }
        if (isAscii(bytes) && charset.map(TextDecoding::holdsAscii).orElse(true)) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        if (charset.isEmpty() || isWestern(charset.get())) {
            Optional<String> unicode = decodeStrictly(bytes, StandardCharsets.UTF_8);
            if (unicode.isPresent()) {
                reading.warn(MailWarning.WRONG_CHARSET);
                return withoutMark(unicode.get());
            }
        }
        Optional<String> asDeclared = charset.flatMap(known -> decodeStrictly(bytes, known));
        if (asDeclared.isPresent() && !declared.toLowerCase(Locale.ROOT).endsWith("ascii")) {
            return withoutMark(asDeclared.get());
        }
        reading.warn(MailWarning.WRONG_CHARSET);
        return withoutMark(guess(bytes, charset.orElse(StandardCharsets.UTF_8)));
    }

    static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0 || b == 0x1B) {
                return false;
            }
        }
        return true;
    }

    private static boolean holdsAscii(Charset charset) {
        return !charset.name().startsWith("UTF-16") && !charset.name().startsWith("UTF-32");
    }

    private static boolean isWestern(Charset charset) {
        return charset.equals(WESTERN)
                || charset.name().equals("ISO-8859-15")
                || charset.name().equals("windows-1254");
    }

    private static Optional<Charset> findCharset(String declared) {
        String name = declared.strip().toLowerCase(Locale.ROOT);
        if (name.isEmpty() || name.length() > 40) {
            return Optional.empty();
        }
        try {
            Charset charset = Charset.forName(REAL_NAMES.getOrDefault(name, name));
            return Optional.of(charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> decodeStrictly(byte[] bytes, Charset charset) {
        CharsetDecoder decoder =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(
                                charset.equals(WESTERN)
                                        ? CodingErrorAction.REPLACE
                                        : CodingErrorAction.REPORT);
        int most = (int) Math.ceil((double) decoder.maxCharsPerByte() * bytes.length) + 2;
        CharBuffer text = CharBuffer.allocate(most);
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        CoderResult result = decoder.decode(rest, text, false);
        String decoded = text.flip().toString();
        if (result.isError()) {
            return Optional.empty();
        }
        if (rest.hasRemaining()) {
            // Cut off in a character, unless it is the accent on the last letter of Western text.
            return isAscii(decoded) ? Optional.empty() : Optional.of(decoded + '\uFFFD');
        }
        return Optional.of(decoded);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    /** No charset fits: mostly right UTF-8 stays so, then Cyrillic by its letters, then Western. */
    private static String guess(byte[] bytes, Charset declared) {
        String lenient = new String(bytes, declared);
        long broken = lenient.chars().filter(c -> c == 0xFFFD).count();
        long foreign = lenient.chars().filter(c -> c > 0x7F && c != 0xFFFD).count();
        if (broken < foreign && !isWestern(declared)) {
            return lenient;
        }
        return CyrillicGuess.decode(bytes).orElseGet(() -> new String(bytes, WESTERN));
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
