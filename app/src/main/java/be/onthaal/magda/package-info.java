// SPDX-License-Identifier: EUPL-1.2
/**
 * Asks MAGDA, the gateway of the Flemish government to authentic sources, over SOAP.
 *
 * <p>An adapter: implements the port of {@code party} and is known by nobody. Owns the log of what
 * was asked, as the law wants it, and which services are left alone because they failed. What was
 * answered is kept by whoever asked.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"common", "database", "access", "audit", "party :: register"})
package be.onthaal.magda;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
