// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import java.util.UUID;

/** The id of a merge. */
public record MergeId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
