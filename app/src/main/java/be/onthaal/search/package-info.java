// SPDX-License-Identifier: EUPL-1.2
/**
 * One place to find things, written in the commit of its source.
 *
 * <p>Owns the search rows and the reviewed function that finds them: Dutch stems, accents folded,
 * typing errors forgiven, rights applied inside.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "database", "access", "jobs"})
package be.onthaal.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
