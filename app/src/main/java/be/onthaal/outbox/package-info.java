// SPDX-License-Identifier: EUPL-1.2
/**
 * Effects on the outside world, written in the transaction that decided them.
 *
 * <p>Each effect is done at least once under a stable key, retried with back-off, and visible to an
 * administrator when it fails. The one outbox of the product.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "database", "access"})
package be.onthaal.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
