// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.UnitId;
import be.onthaal.post.RegisterEntry;
import java.util.List;
import java.util.Map;

/** Labels to stick on paper: the number of each piece, its day and its unit. */
public record PostLabelsPage(List<RegisterEntry> entries, Map<UnitId, String> names) {

    public String unitName(RegisterEntry entry) {
        return names.getOrDefault(entry.filing().unit(), "");
    }
}
