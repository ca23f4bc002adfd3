// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import be.onthaal.party.PartyId;
import java.util.Optional;

/**
 * Who sent a piece or got it.
 *
 * @param name as it is written
 * @param known the customer he is for sure
 * @param likely the customer he is likely, when nobody is sure
 */
public record Correspondent(String name, Optional<PartyId> known, Optional<PartyId> likely) {

    /** Somebody of whom only the name was typed. */
    public static Correspondent typed(String name) {
        return new Correspondent(name, Optional.empty(), Optional.empty());
    }

    /** A customer. */
    public static Correspondent known(String name, PartyId party) {
        return new Correspondent(name, Optional.of(party), Optional.empty());
    }
}
