// SPDX-License-Identifier: EUPL-1.2
/** How files works. */
@NullMarked
package be.onthaal.files.internal;

import org.jspecify.annotations.NullMarked;
