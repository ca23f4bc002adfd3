// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import java.util.Locale;
import java.util.Optional;

/**
 * The structured communication by which a payment finds its invoice: +++090/3386/34124+++.
 *
 * <p>Ten digits of our choice and two check digits (Febelfin, OGM-VCS).
 */
public record StructuredCommunication(String value) {

    private static final int LENGTH = 12;
    private static final long LARGEST = 9_999_999_999L;

    public StructuredCommunication {
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not a structured communication");
        }
    }

    /** The communication for our own number of at most ten digits, with its check digits. */
    public static StructuredCommunication of(long number) {
        if (number < 0 || number > LARGEST) {
            throw new IllegalArgumentException("At most ten digits");
        }
        int check = Digits.remainder(number);
        return new StructuredCommunication(String.format(Locale.ROOT, "%010d%02d", number, check));
    }

    /** Reads the printed form between plus signs or asterisks, and the bare twelve digits. */
    public static Optional<StructuredCommunication> parse(String text) {
        return Digits.ungrouped(text)
                .map(StructuredCommunication::withoutFence)
                .filter(StructuredCommunication::isValid)
                .map(StructuredCommunication::new);
    }

    /** Our own number, without the check digits. */
    public long number() {
        return Long.parseLong(value, 0, 10, 10);
    }

    public String display() {
        return "+++%s/%s/%s+++"
                .formatted(value.substring(0, 3), value.substring(3, 7), value.substring(7));
    }

    private static String withoutFence(String bare) {
        for (String fence : new String[] {"+++", "***"}) {
            boolean fenced = bare.length() == LENGTH + 2 * fence.length();
            if (fenced && bare.startsWith(fence) && bare.endsWith(fence)) {
                return bare.substring(fence.length(), bare.length() - fence.length());
            }
        }
        return bare;
    }

    private static boolean isValid(String value) {
        return Digits.are(value, LENGTH)
                && Digits.remainder(Long.parseLong(value, 0, 10, 10))
                        == Digits.number(value, 10, LENGTH);
    }
}
