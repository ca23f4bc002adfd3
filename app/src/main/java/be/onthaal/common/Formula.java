// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import java.util.regex.Pattern;

/**
 * Spreadsheets run what begins as a formula; an apostrophe before it makes it text. What we put
 * there on the way out, and what Excel puts there, is taken off on the way in.
 */
public final class Formula {

    private static final Pattern DANGEROUS =
            Pattern.compile("^(?:'*[=+\\-@\\t\\r\\uFF1D\\uFF0B\\uFF0D\\uFF20]|'+[0-9])");
    private static final Pattern DEFUSED =
            Pattern.compile("^'+(?:[=+\\-@\\t\\r\\uFF1D\\uFF0B\\uFF0D\\uFF20]|[0-9])");

    private Formula() {}

    /** What a spreadsheet shows as it was written, and never reckons (OWASP, CSV injection). */
    public static String defused(String text) {
        return DANGEROUS.matcher(text).find() ? "'" + text : text;
    }

    /** What was written before it was made harmless. */
    public static String restored(String text) {
        return DEFUSED.matcher(text).find() ? text.substring(1) : text;
    }
}
