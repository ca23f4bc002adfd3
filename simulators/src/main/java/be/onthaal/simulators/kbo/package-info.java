// SPDX-License-Identifier: EUPL-1.2
/**
 * KBO Open Data with an invented register: full extracts and updates of any size, in the form of
 * the cookbook (R018.00), the same again for the same seed. No enterprise in it exists.
 */
@NullMarked
package be.onthaal.simulators.kbo;

import org.jspecify.annotations.NullMarked;
