// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import java.util.UUID;

/** Names a customer of a group of authorities. */
public record PartyId(UUID value) {

    public static PartyId of(String text) {
        return new PartyId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
