// SPDX-License-Identifier: EUPL-1.2
/**
 * Pages and the API's edge: who is at the browser, may he do this, in which language, in which
 * shell.
 *
 * <p>Handlers say what they need with {@link be.onthaal.access.Requires} and answer with a {@link
 * be.onthaal.web.Pages} view. Texts come from the bundles of all modules. Errors become a sentence
 * of what happened, what was kept and what to do.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "database", "access", "audit"})
package be.onthaal.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
