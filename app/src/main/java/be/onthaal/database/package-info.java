// SPDX-License-Identifier: EUPL-1.2
/**
 * The ground floor: which PostgreSQL is used, how it starts, how its schema moves forward.
 *
 * <p>Unconfigured, the product starts its own durable PostgreSQL from its dependencies; configured,
 * it uses the town's server. Two database roles exist: the owner migrates and is then forgotten,
 * the application role does the work and cannot bypass row-level security. Every statement runs in
 * a transaction that first tells PostgreSQL who is asking (see {@link
 * be.onthaal.database.TransactionOpening}).
 */
@NullMarked
@ApplicationModule(allowedDependencies = "common")
package be.onthaal.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
