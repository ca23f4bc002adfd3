// SPDX-License-Identifier: EUPL-1.2
/**
 * Reads an identity card at the counter, through the browser, where the middleware for it is there.
 *
 * <p>Speaks Web eID: the card signs what we ask, with the PIN of its holder, and we believe it only
 * when an issuer that this installation trusts made its certificate.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "database", "access", "audit"})
package be.onthaal.eid;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
