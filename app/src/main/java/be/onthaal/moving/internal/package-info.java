// SPDX-License-Identifier: EUPL-1.2
/** How data moves in and out. */
@NullMarked
package be.onthaal.moving.internal;

import org.jspecify.annotations.NullMarked;
