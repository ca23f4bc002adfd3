// SPDX-License-Identifier: EUPL-1.2
/**
 * The pages that employees work on, which join several modules.
 *
 * <p>Owns what belongs to a screen and to nobody below: drafts, saved views and the daily count of
 * opened and closed cases. A page gathers what it shows in one transaction, with its consultation.
 * Tells employees what happened to their cases and keeps open pages alive.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "database",
            "access",
            "audit",
            "outbox",
            "search",
            "timeline",
            "organisation",
            "overview",
            "paper",
            "party",
            "party :: spi",
            "party::matching",
            "party::register",
            "post",
            "contact",
            "cases",
            "cases::model",
            "cases::spi",
            "kbo",
            "mail",
            "routing",
            "dispatch",
            "documents",
            "eid",
            "scanning",
            "portal",
            "records :: spi",
            "notifications",
            "notifications::spi",
            "jobs",
            "web"
        })
package be.onthaal.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
