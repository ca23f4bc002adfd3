// SPDX-License-Identifier: EUPL-1.2
/**
 * The archive: what is kept until when, what may not be destroyed, and what was destroyed by whom
 * (Bestuursdecreet of 7 December 2018: every series has a reasoned term and destination).
 *
 * <p>Owns legal holds, destruction lists and what stays of a case that is gone. Modules that keep
 * something of a case say so through {@code spi}, and destroy it when a list is carried out.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "database",
            "access",
            "audit",
            "jobs",
            "files",
            "search",
            "timeline",
            "organisation",
            "party",
            "cases",
            "cases::model",
            "cases::spi",
            "contact",
            "dispatch",
            "mail",
            "post",
            "web"
        })
package be.onthaal.records;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
