// SPDX-License-Identifier: EUPL-1.2
/** How jobs works. */
@NullMarked
package be.onthaal.jobs.internal;

import org.jspecify.annotations.NullMarked;
