// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the files that old programs put into the text itself (uuencode) and takes them out. */
final class Uuencoded {

    private static final Pattern BEGIN = Pattern.compile("begin [0-7]{3,4}(?: (.{0,300}))?");
    private static final int MOST = 100;

    private final String text;
    private final StringBuilder rest = new StringBuilder();
    private final List<UuFile> files = new ArrayList<>();

    private Uuencoded(String text) {
        this.text = text;
    }

    /** Splits a text that was read as one character for each byte. */
    static Found find(String latin) {
        if (!latin.startsWith("begin ") && !latin.contains("\nbegin ")) {
            return new Found(latin, List.of());
        }
        Uuencoded split = new Uuencoded(latin);
        split.readAll();
        return new Found(split.rest.toString(), split.files);
    }

    private void readAll() {
        int at = 0;
        int searched = 0;
        while (at < text.length()) {
            int begin = startsLine(searched) ? searched : text.indexOf("\nbegin ", searched) + 1;
            boolean none = (begin == 0 && !startsLine(0)) || begin < searched;
            if (none || files.size() >= MOST) {
                break;
            }
            int end = readFile(begin);
            if (end > begin) {
                rest.append(text, at, begin);
                at = end;
                searched = end;
            } else {
                searched = begin + 6;
            }
        }
        rest.append(text, at, text.length());
    }

    private boolean startsLine(int at) {
        return text.startsWith("begin ", at) && (at == 0 || text.charAt(at - 1) == '\n');
    }

    /** Reads one file; gives the place after it, or where it began when it is no file after all. */
    private int readFile(int begin) {
        int at = lineEnd(begin);
        Matcher header = BEGIN.matcher(text.substring(begin, at).strip());
        if (!header.matches()) {
            return begin;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        at = next(at);
        while (at < text.length()) {
            int end = lineEnd(at);
            String line = withoutReturn(text.substring(at, end));
            if (line.equals("end")) {
                keep(header, bytes);
                return next(end);
            }
            if (!decode(line, bytes)) {
                return begin;
            }
            at = next(end);
        }
        // A file that was cut off on its way is still worth having.
        if (bytes.size() == 0) {
            return begin;
        }
        keep(header, bytes);
        return text.length();
    }

    private void keep(Matcher header, ByteArrayOutputStream bytes) {
        String name = header.group(1);
        files.add(new UuFile(name == null ? "" : name, PartBytes.of(bytes.toByteArray())));
    }

    private static boolean decode(String line, ByteArrayOutputStream bytes) {
        if (line.isEmpty()) {
            return true;
        }
        int length = (line.charAt(0) - ' ') & 0x3F;
        int digits = (length + 2) / 3 * 4;
        boolean plausible = line.charAt(0) >= ' ' && line.charAt(0) <= '`';
        boolean fits = line.length() > digits / 2 && line.length() <= digits + 3;
        if (!plausible || !fits) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            int quad = 1 + i / 3 * 4;
            int place = i % 3;
            int left = digit(line, quad + place);
            int right = digit(line, quad + place + 1);
            if (left < 0 || right < 0) {
                return false;
            }
            bytes.write(((left << (2 + 2 * place)) | (right >> (4 - 2 * place))) & 0xFF);
        }
        return true;
    }

    /** Spaces at the end of a line are often lost on the way. */
    private static int digit(String line, int at) {
        if (at >= line.length()) {
            return 0;
        }
        char c = line.charAt(at);
        return c >= ' ' && c <= '`' ? (c - ' ') & 0x3F : -1;
    }

    private int lineEnd(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private int next(int lineEnd) {
        return Math.min(lineEnd + 1, text.length());
    }

    private static String withoutReturn(String line) {
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    /** What is left of the text, and the files that were in it. */
    record Found(String text, List<UuFile> files) {}

    /** One file from the text. */
    record UuFile(String name, PartBytes bytes) {}
}
