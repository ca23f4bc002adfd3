// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import be.onthaal.common.CleanText;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A field with parameters, such as a content type: the value, and parameters that may be quoted,
 * continued over several pieces, carry their own character set (RFC 2231) or be plainly wrong.
 */
final class HeaderParameters {

    private static final int MOST = 200;
    private static final Pattern FOLD = Pattern.compile("\\r?\\n");

    private final Reading reading;
    private final String value;
    private final Map<String, String> raw = new HashMap<>();

    private HeaderParameters(String field, Reading reading) {
        this.reading = reading;
        int end = field.indexOf(';');
        this.value = withoutComment(end < 0 ? field : field.substring(0, end));
        if (end >= 0) {
            readAll(field, end + 1);
        }
    }

    static HeaderParameters of(HeaderBlock header, String name, Reading reading) {
        byte[] body = header.find(name).orElseGet(() -> new byte[0]);
        String field = HeaderText.latin(body);
        return new HeaderParameters(FOLD.matcher(field).replaceAll(""), reading);
    }

    /** The value in lower case without parameters and comments. */
    String value() {
        return value;
    }

    /** The decoded parameter, empty when it is absent. */
    String text(String name) {
        String extended = raw.get(name + "*");
        if (extended != null) {
            return CleanText.line(join(Map.of("*0*", extended), ""));
        }
        String plain = raw.get(name);
        if (plain != null) {
            return HeaderText.decode(HeaderText.bytes(plain), "", reading);
        }
        return CleanText.line(join(raw, name));
    }

    private void readAll(String field, int from) {
        int at = from;
        while (at < field.length() && raw.size() < MOST) {
            int equals = field.indexOf('=', at);
            int semicolon = field.indexOf(';', at);
            if (equals < 0) {
                return;
            }
            if (semicolon >= 0 && semicolon < equals) {
                at = semicolon + 1;
                continue;
            }
            String name = field.substring(at, equals).strip().toLowerCase(Locale.ROOT);
            at = readValue(field, equals + 1, name);
        }
    }

    private int readValue(String field, int from, String name) {
        int at = from;
        while (at < field.length() && Character.isWhitespace(field.charAt(at))) {
            at++;
        }
        if (at < field.length() && field.charAt(at) == '"') {
            return readQuoted(field, at + 1, name);
        }
        int semicolon = field.indexOf(';', at);
        int end = semicolon < 0 ? field.length() : semicolon;
        raw.putIfAbsent(name, field.substring(at, end).strip());
        return end + 1;
    }

    private int readQuoted(String field, int from, String name) {
        StringBuilder quoted = new StringBuilder();
        int at = from;
        while (at < field.length() && field.charAt(at) != '"') {
            // Only a quote or a backslash can be escaped: some senders quote Windows paths as is.
            boolean escape =
                    field.charAt(at) == '\\'
                            && at + 1 < field.length()
                            && "\"\\".indexOf(field.charAt(at + 1)) >= 0;
            if (escape) {
                at++;
            }
            quoted.append(field.charAt(at++));
        }
        raw.putIfAbsent(name, quoted.toString());
        int semicolon = field.indexOf(';', at);
        return semicolon < 0 ? field.length() : semicolon + 1;
    }

    /** Puts the pieces of a continued parameter together; the first names the character set. */
    private String join(Map<String, String> pieces, String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String charset = "";
        for (int i = 0; i < MOST; i++) {
            @Nullable String encoded = pieces.get(name + "*" + i + "*");
            @Nullable String plain = pieces.get(name + "*" + i);
            if (encoded == null && plain == null) {
                break;
            }
            if (encoded == null) {
                bytes.writeBytes(HeaderText.bytes(plain == null ? "" : plain));
                continue;
            }
            int from = 0;
            int language = i == 0 ? encoded.indexOf('\'') : -1;
            int text = language < 0 ? -1 : encoded.indexOf('\'', language + 1);
            if (text >= 0) {
                charset = encoded.substring(0, language);
                from = text + 1;
            }
            writeDecoded(encoded, from, bytes);
        }
        byte[] joined = bytes.toByteArray();
        return HeaderText.latin(joined).contains("=?")
                ? HeaderText.decode(joined, charset, reading)
                : TextDecoding.decode(joined, charset, reading);
    }

    private static void writeDecoded(String encoded, int from, ByteArrayOutputStream bytes) {
        for (int i = from; i < encoded.length(); i++) {
            int value = encoded.charAt(i) == '%' ? HeaderText.hex(encoded, i + 1) : -1;
            bytes.write(value >= 0 ? value : encoded.charAt(i));
            i += value >= 0 ? 2 : 0;
        }
    }

    private static String withoutComment(String field) {
        int comment = field.indexOf('(');
        String bare = comment < 0 ? field : field.substring(0, comment);
        return bare.strip().toLowerCase(Locale.ROOT);
    }
}
