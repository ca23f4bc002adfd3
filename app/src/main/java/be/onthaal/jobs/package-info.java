// SPDX-License-Identifier: EUPL-1.2
/**
 * Work at a moment or again and again, shared by all processes through PostgreSQL.
 *
 * <p>A module declares a {@link be.onthaal.jobs.RecurringJob} as a bean; one process at a time does
 * it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "database", "access"})
package be.onthaal.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
