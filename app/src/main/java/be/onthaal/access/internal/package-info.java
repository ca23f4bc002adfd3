// SPDX-License-Identifier: EUPL-1.2
/** How access works. */
@NullMarked
package be.onthaal.access.internal;

import org.jspecify.annotations.NullMarked;
