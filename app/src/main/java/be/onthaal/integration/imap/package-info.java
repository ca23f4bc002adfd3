// SPDX-License-Identifier: EUPL-1.2
/**
 * Reads mailboxes over IMAP (RFC 3501, RFC 2177).
 *
 * <p>An adapter: implements the port of {@code mail}, owns nothing and is known by nobody.
 */
@NullMarked
@ApplicationModule(
        id = "integration.imap",
        allowedDependencies = {"common", "mail :: spi"})
package be.onthaal.integration.imap;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
