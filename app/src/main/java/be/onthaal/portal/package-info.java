// SPDX-License-Identifier: EUPL-1.2
/**
 * The pages for citizens: ask a question, follow it with a private link, and see after signing in
 * what is known of oneself.
 *
 * <p>They work without JavaScript and on an old phone. Whoever asks is nobody to us: he may add and
 * not read, but for what stands behind his own link; whoever signed in reads himself. What he asks
 * is taken in by a job of the authority.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "database",
            "access",
            "access :: spi",
            "audit",
            "jobs",
            "web",
            "organisation",
            "party",
            "post",
            "contact",
            "cases",
            "cases::model",
            "overview",
            "records :: spi"
        })
package be.onthaal.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
