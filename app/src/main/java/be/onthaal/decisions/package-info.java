// SPDX-License-Identifier: EUPL-1.2
/**
 * Decision tables (DMN 1.3 and later, OMG): the one place where the product decides by rules that
 * an authority keeps itself.
 *
 * <p>Owns the tables in versions, with their examples. {@link be.onthaal.decisions.Decisions} asks
 * one for an outcome and for why; {@link be.onthaal.decisions.DecisionTables} keeps them. Modules
 * that ask hand in their past through {@code spi}, so that a draft can be tried on it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "database", "access", "audit", "web"})
package be.onthaal.decisions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
