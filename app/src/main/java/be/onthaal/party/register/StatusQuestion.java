// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.register;

import be.onthaal.common.Refused;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Whether a status applies, by the name under which it is known at the KSZ.
 *
 * @param name such as BIM_BVT, or a profile that the town has registered there
 * @param location the place whose rule it is, for a profile of its own
 */
public record StatusQuestion(String name, LocalDate on, Optional<String> location) {

    private static final int LONGEST = 120;

    public StatusQuestion {
        boolean fits =
                !name.isBlank()
                        && name.length() <= LONGEST
                        && location.map(place -> !place.isBlank() && place.length() <= LONGEST)
                                .orElse(true);
        if (!fits) {
            throw new Refused("register.status");
        }
    }
}
