// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.party.Assigning;
import java.util.List;
import java.util.UUID;

/** Whose things are that came while two customers were one. */
record AssignItemsBody(UUID to, List<Item> items) {

    private static final int MOST = 500;

    /** One thing. */
    record Item(String kind, UUID id) {}

    List<Assigning.Ref> refs() {
        return items.stream()
                .limit(MOST)
                .map(item -> new Assigning.Ref(item.kind(), item.id()))
                .toList();
    }
}
