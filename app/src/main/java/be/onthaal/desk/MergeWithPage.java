// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.party.Party;
import be.onthaal.party.PartySummary;
import java.util.List;

/** Which other customer is the same one? */
public record MergeWithPage(Party party, String query, List<PartySummary> found) {

    public MergeWithPage {
        found = List.copyOf(found);
    }
}
