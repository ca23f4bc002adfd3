// SPDX-License-Identifier: EUPL-1.2
/**
 * MAGDA, the gateway of the Flemish government to authentic sources, for the demo and the tests:
 * with a small invented town behind it, or with the answers that Digitaal Vlaanderen publishes, and
 * with its bad days.
 */
@NullMarked
package be.onthaal.simulators.magda;

import org.jspecify.annotations.NullMarked;
