// SPDX-License-Identifier: EUPL-1.2
/** The commands. */
@NullMarked
package be.onthaal.founding.internal;

import org.jspecify.annotations.NullMarked;
