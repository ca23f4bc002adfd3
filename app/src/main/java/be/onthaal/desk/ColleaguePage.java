// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.ProviderIdentities;
import be.onthaal.access.UnitId;
import be.onthaal.organisation.Employee;
import be.onthaal.organisation.Grants;
import be.onthaal.organisation.Unit;
import be.onthaal.party.OwnFileLink;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An employee, his roles and how he signs in.
 *
 * @param identity by what the identity provider knows him
 * @param secondStep true when a code is asked after his password
 * @param ownFile whether it is known which customer he is
 * @param link with which he chooses a password, shown once
 */
public record ColleaguePage(
        Employee employee,
        List<Grants.Grant> grants,
        Optional<ProviderIdentities.Known> identity,
        boolean secondStep,
        Optional<OwnFileLink> ownFile,
        Optional<String> link,
        List<Unit> units,
        Map<UnitId, String> names) {}
