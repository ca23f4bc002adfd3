// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import be.onthaal.access.UnitId;
import java.util.Set;

/** Which units' entries are wanted; when none is named, all those the caller works for. */
public record InboxFilter(Set<UnitId> units) {

    public InboxFilter {
        units = Set.copyOf(units);
    }

    public static InboxFilter mine() {
        return new InboxFilter(Set.of());
    }
}
