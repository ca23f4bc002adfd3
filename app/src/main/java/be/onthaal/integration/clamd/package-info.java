// SPDX-License-Identifier: EUPL-1.2
/**
 * Has files looked at by ClamAV's daemon, over its own protocol (clamd, INSTREAM).
 *
 * <p>An adapter: implements the port of {@code documents}, owns nothing and is known by nobody.
 */
@NullMarked
@ApplicationModule(
        id = "integration.clamd",
        allowedDependencies = {"documents :: spi"})
package be.onthaal.integration.clamd;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
