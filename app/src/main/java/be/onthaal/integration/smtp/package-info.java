// SPDX-License-Identifier: EUPL-1.2
/**
 * Sends mail over SMTP (RFC 5321).
 *
 * <p>An adapter: implements the port of {@code dispatch}, owns nothing and is known by nobody.
 */
@NullMarked
@ApplicationModule(
        id = "integration.smtp",
        allowedDependencies = {"common", "dispatch :: spi"})
package be.onthaal.integration.smtp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
