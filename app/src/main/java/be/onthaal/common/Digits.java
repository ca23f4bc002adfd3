// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import java.util.Optional;

/** Reads numbers as people type and print them, and does the arithmetic of check digits. */
final class Digits {

    /** Longer than any notation of any identifier, so that hostile input costs nothing. */
    static final int LONGEST = 64;

    private static final String BETWEEN = " .-/\u00a0\u2009\u202f\u2010\u2011\u2013";

    private Digits() {}

    /** The text without the spaces, points, dashes and slashes that group a number. */
    static Optional<String> ungrouped(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        var bare = new StringBuilder(text.length());
        text.strip()
                .chars()
                .filter(c -> BETWEEN.indexOf(c) < 0)
                .forEach(c -> bare.append((char) c));
        return Optional.of(bare.toString());
    }

    /** Whether the text is exactly so many digits 0 to 9, of no other script. */
    static boolean are(String text, int length) {
        return text.length() == length && text.chars().allMatch(Digits::isDigit);
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static int number(String digits, int from, int until) {
        return Integer.parseInt(digits, from, until, 10);
    }

    /** The check digits of enterprises and persons: 97 less the remainder, so 1 to 97. */
    static boolean complementFits(long number, int check) {
        return 97 - (int) (number % 97) == check;
    }

    /** The check digits of banks: the remainder, with 97 for zero. */
    static int remainder(long number) {
        int rest = (int) (number % 97);
        return rest == 0 ? 97 : rest;
    }
}
