// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.kbo.EnterpriseFound;
import be.onthaal.party.PartySummary;
import java.util.List;

/**
 * Customers that were searched for.
 *
 * @param enterprises of the register that are called so
 * @param cards whether identity cards can be read here
 * @param register whether the register of persons can be asked for others
 */
public record CustomersPage(
        String query,
        List<PartySummary> found,
        List<EnterpriseFound> enterprises,
        boolean edits,
        boolean cards,
        boolean register) {

    public CustomersPage {
        found = List.copyOf(found);
        enterprises = List.copyOf(enterprises);
    }
}
