// SPDX-License-Identifier: EUPL-1.2
/** How documents works. */
@NullMarked
package be.onthaal.documents.internal;

import org.jspecify.annotations.NullMarked;
