// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.register;

import be.onthaal.common.Refused;
import java.util.Optional;

/**
 * Who lives at an address.
 *
 * @param streetCode as the national register numbers the streets of a postcode
 * @param referenceOnly true for the reference person of each household alone
 */
public record AddressQuestion(
        String postcode,
        String streetCode,
        String number,
        Optional<String> box,
        boolean referenceOnly) {

    private static final int LONGEST = 15;

    public AddressQuestion {
        if (!streetCode.matches("[0-9]{1,4}")) {
            throw new Refused("register.street-code");
        }
        boolean fits =
                fits(postcode) && fits(number) && box.map(AddressQuestion::fits).orElse(true);
        if (!fits) {
            throw new Refused("register.address");
        }
    }

    private static boolean fits(String part) {
        return !part.isBlank() && part.length() <= LONGEST;
    }
}
