// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.routing.internal;

import be.onthaal.common.FreeText;
import be.onthaal.common.Refused;
import java.util.Locale;

/**
 * Whose address a rule means: one address, {@code @domain}, a domain with all below it, or a
 * beginning that ends in a star.
 */
record AddressPattern(String written) {

    static final int LONGEST = 254;
    private static final int SHORTEST = 3;

    static AddressPattern checked(String text) {
        String written =
                FreeText.required(text, LONGEST, "routing.word-empty", "routing.word-long")
                        .toLowerCase(Locale.ROOT);
        int star = written.indexOf('*');
        boolean starWithin = star >= 0 && star < written.length() - 1;
        boolean nothing = written.indexOf('@') < 0 && written.indexOf('.') < 0 && star < 0;
        boolean strange =
                written.chars().anyMatch(c -> Character.isWhitespace(c) || c == ',' || c == ';');
        if (starWithin || nothing || strange || written.length() < SHORTEST) {
            throw new Refused("routing.address-wrong");
        }
        return new AddressPattern(written);
    }

    boolean fits(String address) {
        String small = address.strip().toLowerCase(Locale.ROOT);
        if (written.endsWith("*")) {
            return small.startsWith(written.substring(0, written.length() - 1));
        }
        if (written.startsWith("@")) {
            return small.endsWith(written);
        }
        return written.indexOf('@') >= 0
                ? small.equals(written)
                : small.endsWith("@" + written) || small.endsWith("." + written);
    }
}
