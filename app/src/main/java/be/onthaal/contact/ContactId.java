// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.contact;

import java.util.UUID;

/** Names a contact moment. */
public record ContactId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
