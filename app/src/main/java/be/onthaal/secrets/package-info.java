// SPDX-License-Identifier: EUPL-1.2
/**
 * What the installation knows and nobody else does.
 *
 * <p>Signs what comes back to us from outside and seals what must lie unreadable in the database,
 * with one key from a setting or from the data directory.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "database"})
package be.onthaal.secrets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
