// SPDX-License-Identifier: EUPL-1.2
/**
 * The sign-in of the Flemish government (ACM/IDM) for the demo and the tests, with its bad days.
 */
@NullMarked
package be.onthaal.simulators.acm;

import org.jspecify.annotations.NullMarked;
