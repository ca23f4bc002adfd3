// SPDX-License-Identifier: EUPL-1.2
/**
 * Who did or saw what, about whom, and why.
 *
 * <p>Owns the append-only log and the chain of seals over it. An event is written in the
 * transaction it belongs to; a sealer works afterwards, below the oldest running transaction, so
 * that no business transaction waits for a chain head.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "database", "access", "jobs"})
package be.onthaal.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
