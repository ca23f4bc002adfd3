// SPDX-License-Identifier: EUPL-1.2
/** How the edge works. */
@NullMarked
package be.onthaal.web.internal;

import org.jspecify.annotations.NullMarked;
