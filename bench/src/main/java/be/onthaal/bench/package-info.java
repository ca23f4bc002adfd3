// SPDX-License-Identifier: EUPL-1.2
/**
 * Data of any size, and load with percentiles, against a product that it starts as anybody would.
 */
@org.jspecify.annotations.NullMarked
package be.onthaal.bench;
