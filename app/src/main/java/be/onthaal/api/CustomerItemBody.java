// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.party.spi.CustomerItem;
import java.time.Instant;
import java.util.UUID;

/** Something that came while two customers were one. */
record CustomerItemBody(String kind, UUID id, UUID party, Instant made, String title) {

    static CustomerItemBody of(CustomerItem item) {
        return new CustomerItemBody(
                item.kind(), item.id(), item.at().value(), item.made(), item.title());
    }
}
