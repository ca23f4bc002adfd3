// SPDX-License-Identifier: EUPL-1.2
/**
 * Customers: persons and organisations, and how they are reached.
 *
 * <p>Owns the parties of a group of authorities, their contact points, and which authority knows
 * whom: an employee sees only those his authority knows. Publishes {@link
 * be.onthaal.party.Parties}, with recognition of who wrote.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "database", "access", "audit", "search"})
package be.onthaal.party;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
