// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.search.Found;
import java.util.UUID;

/** A customer that was found. */
record PartyItem(UUID id, String name, String hint) {

    static PartyItem of(Found found) {
        return new PartyItem(found.ref(), found.title(), found.hint());
    }
}
