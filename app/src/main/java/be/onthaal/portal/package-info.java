// SPDX-License-Identifier: EUPL-1.2
/**
 * The pages for citizens: ask a question, and follow it with a private link.
 *
 * <p>They work without JavaScript and on an old phone. Whoever asks is nobody to us: he may add and
 * not read, but for what stands behind his own link. What he asks is taken in by a job of the
 * authority.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "database",
            "access",
            "audit",
            "jobs",
            "web",
            "organisation",
            "party",
            "post",
            "contact",
            "cases",
            "cases::model",
            "records :: spi"
        })
package be.onthaal.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
