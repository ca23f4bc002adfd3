// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes the name of an attachment safe: on any disk, in a header of ours and on screen. */
public final class FileNames {

    private static final int LONGEST = 200;
    private static final int MOST_BYTES = 240;
    private static final int LONGEST_EXTENSION = 12;
    private static final String FORBIDDEN = "<>:\"|?*%;\\/";
    private static final Set<String> DEVICES =
            Set.of("con", "prn", "aux", "nul", "com1", "com2", "com3", "lpt1", "lpt2", "lpt3");
    private static final Map<String, String> EXTENSIONS =
            Map.ofEntries(
                    Map.entry("application/pdf", ".pdf"),
                    Map.entry("application/zip", ".zip"),
                    Map.entry("application/ms-tnef", ".dat"),
                    Map.entry("application/pkcs7-mime", ".p7m"),
                    Map.entry("application/pkcs7-signature", ".p7s"),
                    Map.entry("application/pgp-signature", ".asc"),
                    Map.entry("image/jpeg", ".jpg"),
                    Map.entry("image/png", ".png"),
                    Map.entry("image/gif", ".gif"),
                    Map.entry("image/tiff", ".tif"),
                    Map.entry("image/webp", ".webp"),
                    Map.entry("message/rfc822", ".eml"),
                    Map.entry("message/delivery-status", ".txt"),
                    Map.entry("text/plain", ".txt"),
                    Map.entry("text/html", ".html"),
                    Map.entry("text/calendar", ".ics"),
                    Map.entry("text/csv", ".csv"),
                    Map.entry("text/vcard", ".vcf"),
                    Map.entry("text/x-vcard", ".vcf"));

    private FileNames() {}

    /** The last step of the written path without anything that is not plainly visible. */
    public static String safe(String written) {
        String path = Normalizer.normalize(CleanText.line(written), Normalizer.Form.NFC);
        String last = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        StringBuilder name = new StringBuilder();
        last.codePoints()
                .filter(FileNames::isVisible)
                .forEach(c -> name.appendCodePoint(FORBIDDEN.indexOf(c) >= 0 ? '_' : c));
        String trimmed = withoutOuterDots(name.toString());
        int dot = trimmed.indexOf('.');
        String stem = (dot < 0 ? trimmed : trimmed.substring(0, dot)).strip();
        String free = DEVICES.contains(stem.toLowerCase(Locale.ROOT)) ? "_" + trimmed : trimmed;
        return withoutOuterDots(shortened(free));
    }

    /** A name made of a text that is no path, such as a subject. */
    public static String ofText(String text, String extension) {
        String flat = text.replace('/', '_').replace('\\', '_');
        return safe(CleanText.cut(flat, LONGEST - extension.length()) + extension);
    }

    /** A name for a part that came without one. */
    public static String invented(int number, String type) {
        return "bijlage-" + number + EXTENSIONS.getOrDefault(type, ".bin");
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }

    private static String withoutOuterDots(String name) {
        int from = 0;
        int to = name.length();
        while (from < to && (name.charAt(from) == '.' || isBlank(name.charAt(from)))) {
            from++;
        }
        while (to > from && (name.charAt(to - 1) == '.' || isBlank(name.charAt(to - 1)))) {
            to--;
        }
        return name.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        boolean hasExtension = dot > 0 && name.length() - dot <= LONGEST_EXTENSION;
        String extension = hasExtension ? name.substring(dot) : "";
        String stem = name.substring(0, name.length() - extension.length());
        stem = CleanText.cut(stem, LONGEST - extension.length());
        int room = MOST_BYTES - size(extension);
        while (size(stem) > room) {
            stem = CleanText.cut(stem, stem.length() - 1);
        }
        return stem + extension;
    }

    private static int size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
