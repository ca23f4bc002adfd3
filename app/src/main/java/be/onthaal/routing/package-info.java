// SPDX-License-Identifier: EUPL-1.2
/**
 * Which unit gets a mail that comes in: rules in order that an authority keeps itself, of which the
 * first that fits decides.
 *
 * <p>Owns the rules. {@link be.onthaal.routing.Routing} asks them and always answers, with why;
 * {@link be.onthaal.routing.RoutingRules} keeps them; {@link be.onthaal.routing.DryRuns} tries them
 * on mail that came before, which the module that has it hands in through {@code spi}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "database",
            "access",
            "audit",
            "organisation",
            "decisions",
            "decisions::spi",
            "cases",
            "cases::model",
            "web"
        })
package be.onthaal.routing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
