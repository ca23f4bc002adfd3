// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.cases.CaseFile;
import be.onthaal.cases.model.RoleDefinition;
import be.onthaal.search.Found;
import java.util.List;

/** Customers to choose from, to give one of them a role in a case. */
public record CaseRolePage(
        CaseFile file, List<RoleDefinition> roles, String query, List<Found> found) {

    public CaseRolePage {
        roles = List.copyOf(roles);
        found = List.copyOf(found);
    }
}
