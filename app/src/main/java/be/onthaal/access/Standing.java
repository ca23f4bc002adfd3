// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * What somebody may do for one authority at this moment.
 *
 * @param employee the employee as the organisation knows him
 * @param units the units he belongs to; their confidential files are his to see
 * @param clearance the highest confidentiality he may see outside his units
 * @param until when a grant begins or ends, after which this must be asked again
 */
public record Standing(
        UUID employee,
        String name,
        Set<Permission> permissions,
        Set<UnitId> units,
        Confidentiality clearance,
        Instant until) {

    public Standing {
        permissions = Set.copyOf(permissions);
        units = Set.copyOf(units);
    }
}
