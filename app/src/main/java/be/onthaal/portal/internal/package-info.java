// SPDX-License-Identifier: EUPL-1.2
/** How a citizen's question comes in and is followed. */
@NullMarked
package be.onthaal.portal.internal;

import org.jspecify.annotations.NullMarked;
