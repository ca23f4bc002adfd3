// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.register;

import be.onthaal.common.PartialDate;
import java.util.Optional;

/**
 * Somebody who belongs to somebody else.
 *
 * @param role what he is to the other: child, partner, or his position in the household
 */
public record Relative(
        Optional<RegisterKey> key,
        Optional<PersonName> name,
        Optional<Coded> sex,
        Optional<PartialDate> birth,
        Coded role) {}
