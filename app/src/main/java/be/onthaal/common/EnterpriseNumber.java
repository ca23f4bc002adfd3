// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of an enterprise or authority in the Crossroads Bank for Enterprises (KBO).
 *
 * <p>Ten digits, the first 0 or 1, the last two a check (Wetboek van economisch recht, book III,
 * title 2).
 */
public record EnterpriseNumber(String value) {

    private static final int LENGTH = 10;
    private static final Pattern PREFIX = Pattern.compile("^(?:BTW|TVA|VAT|KBO)?:?(?:BE)?");

    public EnterpriseNumber {
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not an enterprise number");
        }
    }

    /** Reads 0123.456.789, BE 0123.456.789, and the nine digits written before 2005. */
    public static Optional<EnterpriseNumber> parse(String text) {
        return Digits.ungrouped(text)
                .map(bare -> PREFIX.matcher(bare.toUpperCase(Locale.ROOT)).replaceFirst(""))
                .map(number -> number.length() == LENGTH - 1 ? "0" + number : number)
                .filter(EnterpriseNumber::isValid)
                .map(EnterpriseNumber::new);
    }

    public String display() {
        return value.substring(0, 4) + "." + value.substring(4, 7) + "." + value.substring(7);
    }

    /** The number as VAT administrations write it; that it is active for VAT is not certain. */
    public String vatNumber() {
        return "BE" + value;
    }

    private static boolean isValid(String value) {
        return Digits.are(value, LENGTH)
                && value.charAt(0) <= '1'
                && !value.startsWith("00000000")
                && Digits.complementFits(
                        Digits.number(value, 0, 8), Digits.number(value, 8, LENGTH));
    }
}
