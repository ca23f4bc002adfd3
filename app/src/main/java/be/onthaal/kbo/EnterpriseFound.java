// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.kbo;

import be.onthaal.common.EnterpriseNumber;
import be.onthaal.common.EstablishmentNumber;
import java.util.Optional;

/**
 * An enterprise that fits what somebody looked for.
 *
 * @param name by which it is registered
 * @param foundBy the name that fits best; often the same
 * @param establishment the establishment whose name or number that is, if it is one's
 * @param municipality of the establishment, the seat, or else the first establishment
 */
public record EnterpriseFound(
        EnterpriseNumber number,
        String name,
        String foundBy,
        Optional<EstablishmentNumber> establishment,
        String postcode,
        Spoken municipality) {}
