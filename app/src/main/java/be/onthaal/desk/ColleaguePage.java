// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.UnitId;
import be.onthaal.organisation.Employee;
import be.onthaal.organisation.Grants;
import be.onthaal.organisation.Unit;
import java.util.List;
import java.util.Map;

/** An employee and his roles. */
public record ColleaguePage(
        Employee employee,
        List<Grants.Grant> grants,
        List<Unit> units,
        Map<UnitId, String> names) {}
