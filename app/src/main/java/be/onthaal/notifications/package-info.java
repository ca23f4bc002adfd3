// SPDX-License-Identifier: EUPL-1.2
/**
 * Telling employees what they want to know, the way they want it, and keeping their pages alive.
 *
 * <p>Owns notices and preferences. {@link be.onthaal.notifications.Live} carries "look again" to
 * the browsers of all processes: no data travels, the page asks again and its rights are checked
 * again.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "database",
            "access",
            "audit",
            "jobs",
            "outbox",
            "outbox :: spi",
            "web"
        })
package be.onthaal.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
