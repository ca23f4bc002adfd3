// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail;

import java.util.Locale;
import java.util.regex.Pattern;

/** Subjects of mails, apart from what mail programs put before them. */
final class Subjects {

    private static final Pattern BEFORE =
            Pattern.compile(
                    "(?iU)^(?:\\s{0,5}(?:re|antw|aw|sv|réf|fw|fwd|doorst|tr|wg)(?:\\[\\d{1,3}])?\\s{0,2}:)+");

    private Subjects() {}

    /** What an answer and what it answers have in common; empty when that is nothing. */
    static String base(String subject) {
        return BEFORE.matcher(subject)
                .replaceFirst("")
                .replaceAll("\\s+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
