// SPDX-License-Identifier: EUPL-1.2
/** How decision tables are kept, checked, shown and tried. */
@NullMarked
package be.onthaal.decisions.internal;

import org.jspecify.annotations.NullMarked;
