// SPDX-License-Identifier: EUPL-1.2
/** How scanning works: reading, splitting, making documents, and its pages. */
@NullMarked
package be.onthaal.scanning.internal;

import org.jspecify.annotations.NullMarked;
