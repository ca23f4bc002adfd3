// SPDX-License-Identifier: EUPL-1.2
/** How dispatch works. */
@NullMarked
package be.onthaal.dispatch.internal;

import org.jspecify.annotations.NullMarked;
