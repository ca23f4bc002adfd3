// SPDX-License-Identifier: EUPL-1.2
/**
 * The register of what comes in and goes out.
 *
 * <p>Owns the registers and their gap-free numbers, and the inbox of each unit: entries wait until
 * they are settled, linked to a case or cancelled. Publishes {@link be.onthaal.post.PostRegister}.
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
            "cases"
        })
package be.onthaal.post;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
