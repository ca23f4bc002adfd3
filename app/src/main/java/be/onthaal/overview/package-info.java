// SPDX-License-Identifier: EUPL-1.2
/**
 * What an authority knows of a customer, for himself: in a form for programs and on paper.
 *
 * <p>The counter hands it over, the portal lets him take it himself. Owns no data.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "database",
            "access",
            "audit",
            "timeline",
            "party",
            "paper",
            "web"
        })
package be.onthaal.overview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
