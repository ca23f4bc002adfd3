// SPDX-License-Identifier: EUPL-1.2
/**
 * What programs call: the same services as the pages, over HTTP and JSON.
 *
 * <p>Owns the answers that were given under an idempotency key, for two days. Each view of a person
 * is logged as on the desk, in the transaction that reads it; each change may carry a key under
 * which it happens once. {@code docs/api.md} tells how to call it, {@code /api/openapi} what.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "database",
            "access",
            "audit",
            "jobs",
            "search",
            "timeline",
            "organisation",
            "overview",
            "party",
            "party :: spi",
            "post",
            "contact",
            "cases",
            "cases::model",
            "mail",
            "routing",
            "routing::spi",
            "documents",
            "notifications",
            "webhooks",
            "records",
            "web"
        })
package be.onthaal.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
