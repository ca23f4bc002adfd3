// SPDX-License-Identifier: EUPL-1.2
/**
 * The configuration of an authority as files: case types, decision tables and replies, kept in a
 * folder (and so in version control), tried first, and brought in all together or not at all.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "database",
            "access",
            "cases",
            "cases::model",
            "decisions",
            "web"
        })
package be.onthaal.configuration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
