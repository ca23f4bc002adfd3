// SPDX-License-Identifier: EUPL-1.2
/** How records works. */
@NullMarked
package be.onthaal.records.internal;

import org.jspecify.annotations.NullMarked;
