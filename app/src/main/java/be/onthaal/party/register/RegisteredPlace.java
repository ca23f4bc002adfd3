// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.register;

import be.onthaal.common.NisCode;
import java.util.Optional;

/**
 * A municipality, or a place abroad.
 *
 * @param municipality as the source writes it; empty when only the country is known
 * @param country as the source writes it
 */
public record RegisteredPlace(String municipality, Optional<NisCode> nis, String country) {

    public String display() {
        return municipality.isEmpty() ? country : municipality;
    }
}
