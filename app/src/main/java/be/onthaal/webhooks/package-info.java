// SPDX-License-Identifier: EUPL-1.2
/**
 * Telling programs elsewhere what happens in cases (Standard Webhooks 1.0).
 *
 * <p>Owns subscriptions, their secrets and deliveries. An event is written through the outbox in
 * the transaction where it happens, sent at least once under a stable id, signed, and tried for
 * days; it names numbers and codes, never a person or a subject.
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
            "cases",
            "notifications",
            "web"
        })
package be.onthaal.webhooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
