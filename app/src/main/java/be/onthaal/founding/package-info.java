// SPDX-License-Identifier: EUPL-1.2
/**
 * Taking an authority in: its identity, units, standard roles and case types, and who manages it.
 *
 * <p>Done by whoever keeps the machine, with {@code ./onthaal found}; the demo founds its towns the
 * same way.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "database",
            "access",
            "audit",
            "organisation",
            "cases",
            "web"
        })
package be.onthaal.founding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
