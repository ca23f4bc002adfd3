// SPDX-License-Identifier: EUPL-1.2
/**
 * Who is asking, for whom, and why.
 *
 * <p>Owns authorities and their groups, accounts, how they sign in, sessions and machine tokens.
 * Publishes {@link be.onthaal.access.Callers}: every request and job runs as a caller, and
 * PostgreSQL is told so at the start of each transaction. What an account may do comes from the
 * organisation, through {@link be.onthaal.access.spi.StaffDirectory}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "database", "secrets"})
package be.onthaal.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
