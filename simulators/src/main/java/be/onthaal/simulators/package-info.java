// SPDX-License-Identifier: EUPL-1.2
/** Outside systems that nobody can reach from here; they speak the real protocols. */
@NullMarked
package be.onthaal.simulators;

import org.jspecify.annotations.NullMarked;
