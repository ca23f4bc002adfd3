// SPDX-License-Identifier: EUPL-1.2
/**
 * Moving in and out: what another system kept comes in, and all that is kept here can leave.
 *
 * <p>Files in a plain form (docs/moving-in.md) are tried first and brought in after, row by row
 * through the services of the modules below, by a job that survives a restart. What was brought in
 * can be undone as long as nobody worked on it. Owns what came from where, and the documents that
 * came along with cases.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "database",
            "access",
            "access::spi",
            "audit",
            "jobs",
            "files",
            "timeline",
            "organisation",
            "party",
            "post",
            "cases",
            "records :: spi",
            "web"
        })
package be.onthaal.moving;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
