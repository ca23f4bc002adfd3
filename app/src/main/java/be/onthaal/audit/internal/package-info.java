// SPDX-License-Identifier: EUPL-1.2
/** How audit works. */
@NullMarked
package be.onthaal.audit.internal;

import org.jspecify.annotations.NullMarked;
