// SPDX-License-Identifier: EUPL-1.2
/** How a text becomes a PDF. */
@NullMarked
package be.onthaal.paper.internal;

import org.jspecify.annotations.NullMarked;
