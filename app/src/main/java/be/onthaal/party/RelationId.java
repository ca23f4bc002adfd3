// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import java.util.UUID;

/** Names a relation between two customers. */
public record RelationId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
