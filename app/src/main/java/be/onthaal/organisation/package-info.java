// SPDX-License-Identifier: EUPL-1.2
/**
 * The units, teams and people of an authority, what they may do, and when they work.
 *
 * <p>Owns units with their history, employees, roles and the periods they are granted for.
 * Publishes {@link be.onthaal.organisation.UnitSucceeded} and {@link
 * be.onthaal.organisation.EmployeeLeft}, inside the transaction, so that open work follows.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "database", "access", "access :: spi", "audit"})
package be.onthaal.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
