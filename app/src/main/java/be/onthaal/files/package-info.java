// SPDX-License-Identifier: EUPL-1.2
/**
 * Bytes kept once per authority under their fingerprint.
 *
 * <p>Small ones lie in PostgreSQL, large ones on disk, synced before the commit that names them and
 * checked when they are read.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "database", "access"})
package be.onthaal.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
