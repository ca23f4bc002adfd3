// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The files that people work on in an office program: letters, sheets and slides. */
public enum OfficeKind {
    LETTER("Word"),
    SHEET("Excel"),
    SLIDES("PowerPoint");

    private static final Map<String, OfficeKind> BY_EXTENSION =
            Map.of(
                    "docx", LETTER,
                    "doc", LETTER,
                    "odt", LETTER,
                    "xlsx", SHEET,
                    "xls", SHEET,
                    "ods", SHEET,
                    "pptx", SLIDES,
                    "ppt", SLIDES,
                    "odp", SLIDES);

    private final String microsoft;

    OfficeKind(String microsoft) {
        this.microsoft = microsoft;
    }

    /** The program of Microsoft Office for it. */
    public String microsoft() {
        return microsoft;
    }

    /** Whether LibreOffice made it (ISO 26300), which other programs open less well. */
    public static boolean isOpenDocument(String name) {
        return name.toLowerCase(Locale.ROOT).matches(".*\\.od[tsp]");
    }

    /** What an office program makes of a file with this name; nothing when it is for another. */
    public static Optional<OfficeKind> of(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(BY_EXTENSION.get(extension));
    }
}
