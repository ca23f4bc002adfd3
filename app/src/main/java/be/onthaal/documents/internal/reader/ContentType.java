// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents.internal.reader;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a file is by its first bytes; its name only chooses between sorts of plain text. */
public final class ContentType {

    /** How many bytes it takes to tell. */
    public static final int HEAD = 4096;

    public static final String UNKNOWN = "application/octet-stream";
    static final String PDF = "application/pdf";
    static final String ZIP = "application/zip";
    static final String OLE = "application/x-ole-storage";
    static final String MAIL = "message/rfc822";
    static final String HTML = "text/html";
    static final String TEXT = "text/plain";

    private static final Map<String, String> SIGNS = signs();
    private static final Map<String, String> BY_EXTENSION =
            Map.ofEntries(
                    Map.entry("pdf", PDF),
                    Map.entry("png", "image/png"),
                    Map.entry("jpg", "image/jpeg"),
                    Map.entry("jpeg", "image/jpeg"),
                    Map.entry("gif", "image/gif"),
                    Map.entry("tif", "image/tiff"),
                    Map.entry("tiff", "image/tiff"),
                    Map.entry("docx", OfficeFile.DOCX),
                    Map.entry("xlsx", OfficeFile.XLSX),
                    Map.entry("pptx", OfficeFile.PPTX),
                    Map.entry("odt", OfficeFile.ODF + "text"),
                    Map.entry("ods", OfficeFile.ODF + "spreadsheet"),
                    Map.entry("odp", OfficeFile.ODF + "presentation"),
                    Map.entry("eml", MAIL),
                    Map.entry("zip", ZIP));
    private static final Set<String> TEXTS = Set.of("csv", "xml", "json", "md");
    private static final Pattern HEADER =
            Pattern.compile(
                    "(?i)(return-path|received|delivered-to|from|to|date|subject|message-id|mime-version"
                            + "|x-[a-z0-9-]{1,40}): ?[^\n]*\n[\\s\\S]*");

    private ContentType() {}

    /** What it is, by its beginning. */
    public static String of(byte[] head, String name) {
        String hex = HexFormat.of().withUpperCase().formatHex(head, 0, Math.min(head.length, 16));
        for (Map.Entry<String, String> sign : SIGNS.entrySet()) {
            if (hex.startsWith(sign.getKey())) {
                return sign.getValue();
            }
        }
        String latin = new String(head, StandardCharsets.ISO_8859_1);
        if (latin.startsWith("RIFF") && latin.startsWith("WEBP", 8)) {
            return "image/webp";
        }
        int pdf = latin.indexOf("%PDF-");
        if (pdf >= 0 && pdf < 1024) {
            return PDF;
        }
        return isText(latin) ? text(latin, name) : UNKNOWN;
    }

    /** Whether a name says that it is something else than it is. */
    static boolean belies(String name, String type) {
        String expected = BY_EXTENSION.get(extension(name));
        return expected != null && !expected.equals(type);
    }

    /** What a name ends with, after its last dot. */
    static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean isText(String latin) {
        boolean wide = latin.startsWith("\u00FF\u00FE") || latin.startsWith("\u00FE\u00FF");
        return wide
                || latin.chars()
                        .noneMatch(
                                c -> c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f');
    }

    private static String text(String latin, String name) {
        String start =
                latin.replaceFirst("^\u00EF\u00BB\u00BF", "")
                        .stripLeading()
                        .toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            return HTML;
        }
        if (start.startsWith("<svg") || (start.startsWith("<?xml") && start.contains("<svg"))) {
            return "image/svg+xml";
        }
        if (start.startsWith("#!")) {
            return "text/x-script";
        }
        if (HEADER.matcher(latin.replace("\r\n", "\n")).matches()) {
            return MAIL;
        }
        String extension = extension(name);
        return Optional.of(extension)
                .filter(TEXTS::contains)
                .map(known -> "text/" + known)
                .orElse(TEXT);
    }

    private static Map<String, String> signs() {
        var signs = new LinkedHashMap<String, String>();
        signs.put("255044462D", PDF);
        signs.put("89504E470D0A1A0A", "image/png");
        signs.put("FFD8FF", "image/jpeg");
        signs.put("474946383761", "image/gif");
        signs.put("474946383961", "image/gif");
        signs.put("49492A00", "image/tiff");
        signs.put("4D4D002A", "image/tiff");
        signs.put("424D", "image/bmp");
        signs.put("504B0304", ZIP);
        signs.put("504B0506", ZIP);
        signs.put("D0CF11E0A1B11AE1", OLE);
        signs.put("7B5C727466", "application/rtf");
        signs.put("1F8B", "application/gzip");
        signs.put("377ABCAF271C", "application/x-7z-compressed");
        signs.put("526172211A07", "application/vnd.rar");
        signs.put("4D5A", "application/x-msdownload");
        signs.put("7F454C46", "application/x-executable");
        return signs;
    }
}
