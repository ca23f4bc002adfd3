// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.register;

import be.onthaal.common.Refused;
import java.util.Optional;

/**
 * Which enterprises are wanted.
 *
 * @param name the name or its beginning
 * @param exact true when it must be the whole name
 * @param most at most so many, up to 99
 */
public record EnterpriseQuestion(
        String name, boolean exact, Optional<String> postcode, boolean activeOnly, int most) {

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_POSTCODE = 15;
    private static final int LIMIT = 99;

    public EnterpriseQuestion {
        boolean fits =
                !name.isBlank()
                        && name.length() <= LONGEST_NAME
                        && postcode.map(String::length).orElse(1) <= LONGEST_POSTCODE
                        && postcode.map(code -> !code.isBlank()).orElse(true)
                        && most > 0
                        && most <= LIMIT;
        if (!fits) {
            throw new Refused("register.enterprise");
        }
    }
}
