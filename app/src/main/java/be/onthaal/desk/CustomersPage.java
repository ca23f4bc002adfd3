// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.party.PartySummary;
import java.util.List;

/** Customers that were searched for. */
public record CustomersPage(String query, List<PartySummary> found, boolean edits) {

    public CustomersPage {
        found = List.copyOf(found);
    }
}
