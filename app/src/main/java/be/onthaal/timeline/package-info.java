// SPDX-License-Identifier: EUPL-1.2
/**
 * What happened to a customer, case or document, one line per event.
 *
 * <p>Work modules write, pages at the edge read; so nobody below needs to know the modules above.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "database", "access"})
package be.onthaal.timeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
