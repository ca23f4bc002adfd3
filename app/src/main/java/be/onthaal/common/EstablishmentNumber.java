// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import java.util.Optional;

/**
 * The number of a place where an enterprise works, in the Crossroads Bank for Enterprises.
 *
 * <p>Ten digits, the first 2 to 8, the last two a check (Wetboek van economisch recht, book III,
 * title 2).
 */
public record EstablishmentNumber(String value) {

    private static final int LENGTH = 10;

    public EstablishmentNumber {
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not an establishment number");
        }
    }

    public static Optional<EstablishmentNumber> parse(String text) {
        return Digits.ungrouped(text)
                .filter(EstablishmentNumber::isValid)
                .map(EstablishmentNumber::new);
    }

    public String display() {
        return "%s.%s.%s.%s"
                .formatted(
                        value.substring(0, 1),
                        value.substring(1, 4),
                        value.substring(4, 7),
                        value.substring(7));
    }

    private static boolean isValid(String value) {
        return Digits.are(value, LENGTH)
                && value.charAt(0) >= '2'
                && value.charAt(0) <= '8'
                && Digits.complementFits(
                        Digits.number(value, 0, 8), Digits.number(value, 8, LENGTH));
    }
}
