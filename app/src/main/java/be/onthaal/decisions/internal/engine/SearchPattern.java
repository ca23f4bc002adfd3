// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal.engine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a pattern in which texts are sought can be seen to come to an end: what repeats is one
 * character or class, never a group, and nothing is sought that was found before.
 */
final class SearchPattern {

    private static final int LONGEST = 200;
    private static final Pattern ESCAPED = Pattern.compile("\\\\.");
    private static final Pattern FOUND_BEFORE = Pattern.compile("\\\\[0-9]");
    private static final Pattern GROUP_REPEATED = Pattern.compile("\\)[*+{]");
    private static final Pattern COUNTED = Pattern.compile("\\{(\\d{1,2})(,(\\d{1,2})?)?\\}");

    private SearchPattern() {}

    static boolean ends(String pattern) {
        String bare = bare(pattern);
        return pattern.length() <= LONGEST
                && !FOUND_BEFORE.matcher(pattern).find()
                && !GROUP_REPEATED.matcher(bare).find()
                && COUNTED.matcher(bare).replaceAll("").indexOf('{') < 0;
    }

    /** A text that is cut: no pattern at all may be in what it is cut by. */
    static boolean isPlain(String pattern) {
        return pattern.length() <= LONGEST
                && bare(pattern).chars().noneMatch(c -> "*+?{}()".indexOf(c) >= 0);
    }

    /** How many characters may be looked at in a text of this length. */
    static long tries(String pattern, long length) {
        String bare = bare(pattern);
        long tries = Math.max(1, length);
        Matcher counted = COUNTED.matcher(bare);
        while (counted.find()) {
            String comma = counted.group(2);
            if (comma != null && counted.group(3) == null) {
                tries = Effort.times(tries, length);
            } else if (comma != null) {
                tries = Effort.times(tries, Long.parseLong(counted.group(3)) + 1);
            }
        }
        for (char sign : bare.toCharArray()) {
            if (sign == '*' || sign == '+') {
                tries = Effort.times(tries, length);
            } else if (sign == '?' || sign == '|') {
                tries = Effort.times(tries, 2);
            }
        }
        return tries;
    }

    /** Without what is escaped, and without the space that a flag may make nothing of. */
    private static String bare(String pattern) {
        return ESCAPED.matcher(pattern).replaceAll("e").replaceAll("\\s", "");
    }
}
