// SPDX-License-Identifier: EUPL-1.2
/** How the register is kept and renewed. */
@NullMarked
package be.onthaal.kbo.internal;

import org.jspecify.annotations.NullMarked;
