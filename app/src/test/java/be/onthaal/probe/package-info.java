// SPDX-License-Identifier: EUPL-1.2
/** Asks every page and call of the product, as everybody, whether it keeps what it promises. */
@NullMarked
package be.onthaal.probe;

import org.jspecify.annotations.NullMarked;
