// SPDX-License-Identifier: EUPL-1.2
/**
 * One sending over one channel, with its proof.
 *
 * <p>Owns what was sent to whom, in which words, when, and what became of it. Sends through the
 * outbox under a signed message id, and, where a mailbox takes them, with a signed address for
 * answers: an answer finds its way back and nobody can forge one. Publishes {@link
 * be.onthaal.dispatch.DispatchSent} and {@link be.onthaal.dispatch.DispatchFailed}, inside the
 * transaction.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "database",
            "access",
            "audit",
            "outbox",
            "outbox :: spi",
            "secrets",
            "organisation",
            "cases"
        })
package be.onthaal.dispatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
