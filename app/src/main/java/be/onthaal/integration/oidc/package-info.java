// SPDX-License-Identifier: EUPL-1.2
/**
 * Lets employees and citizens sign in with OpenID Connect, as ACM/IDM of the Flemish government
 * speaks it.
 *
 * <p>An adapter: implements the port of {@code access}, owns nothing and is known by nobody.
 */
@NullMarked
@ApplicationModule(
        id = "integration.oidc",
        allowedDependencies = {"common", "access :: spi"})
package be.onthaal.integration.oidc;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
