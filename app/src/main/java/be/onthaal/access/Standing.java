// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody may do for one authority at this moment.
 *
 * @param employee the employee as the organisation knows him
 * @param units the units he belongs to; their confidential files are his to see
 * @param clearance the highest confidentiality he may see outside his units
 * @param things what he may see one by one, beyond his units and his clearance
 * @param until when a grant begins or ends, after which this must be asked again
 */
public record Standing(
        UUID employee,
        String name,
        Set<Permission> permissions,
        Set<UnitId> units,
        Confidentiality clearance,
        Set<UUID> things,
        Instant until) {

    public Standing {
        permissions = Set.copyOf(permissions);
        units = Set.copyOf(units);
        things = Set.copyOf(things);
    }

    /** What the organisation says of somebody, who may see nothing else. */
    public Standing(
            UUID employee,
            String name,
            Set<Permission> permissions,
            Set<UnitId> units,
            Confidentiality clearance,
            Instant until) {
        this(employee, name, permissions, units, clearance, Set.of(), until);
    }

    /** The same with what is entrusted to him, until the first of it ends. */
    Standing entrusted(List<Entrusted> shown) {
        Instant first =
                Stream.concat(Stream.of(until), shown.stream().flatMap(one -> one.until().stream()))
                        .min(Instant::compareTo)
                        .orElse(until);
        return new Standing(
                employee,
                name,
                permissions,
                units,
                clearance,
                shown.stream().map(one -> one.thing().id()).collect(Collectors.toSet()),
                first);
    }
}
