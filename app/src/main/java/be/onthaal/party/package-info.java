// SPDX-License-Identifier: EUPL-1.2
/**
 * Customers: persons and organisations, and how they are reached.
 *
 * <p>Owns the parties of a group of authorities, their contact points, and which authority knows
 * whom: an employee sees only those his authority knows. Several profiles may be read as one
 * customer; the nightly matching finds which. Publishes {@link be.onthaal.party.Parties}, with
 * recognition of who wrote, {@link be.onthaal.party.Merges} and {@link
 * be.onthaal.party.LikelyMatches}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"common", "database", "access", "audit", "search", "jobs"})
package be.onthaal.party;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
