// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import be.onthaal.common.EmailAddress;
import be.onthaal.common.FreeText;
import be.onthaal.common.PhoneNumber;
import be.onthaal.common.Refused;
import java.util.Locale;
import java.util.regex.Pattern;

/** A contact point as it is kept, and what its other notations have in common with it. */
record Written(String value, String normalised) {

    private static final int LONGEST_ADDRESS = 1_000;
    private static final Pattern SPACE = Pattern.compile("[\\s,]+");

    static Written of(ContactPoint point) {
        return switch (point.kind()) {
            case EMAIL ->
                    EmailAddress.parse(point.value())
                            .map(email -> new Written(email.value(), email.normalised()))
                            .orElseThrow(() -> new Refused("party.email-invalid"));
            case PHONE ->
                    PhoneNumber.parse(point.value())
                            .map(phone -> new Written(phone.value(), phone.value()))
                            .orElseThrow(() -> new Refused("party.phone-invalid"));
            case ADDRESS -> address(point.value());
        };
    }

    private static Written address(String text) {
        String clean =
                FreeText.required(
                        text, LONGEST_ADDRESS, "party.address-invalid", "party.address-invalid");
        return new Written(clean, SPACE.matcher(clean.toLowerCase(Locale.ROOT)).replaceAll(" "));
    }
}
