// SPDX-License-Identifier: EUPL-1.2
/**
 * Contact moments: who asked what, over which channel, and how it ended.
 *
 * <p>Owns contacts and their questions. Publishes {@link be.onthaal.contact.Contacts}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "database",
            "access",
            "audit",
            "search",
            "timeline",
            "organisation",
            "party",
            "party :: spi",
            "post",
            "cases"
        })
package be.onthaal.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
