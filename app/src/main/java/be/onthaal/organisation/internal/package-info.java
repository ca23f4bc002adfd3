// SPDX-License-Identifier: EUPL-1.2
/** How the organisation works. */
@NullMarked
package be.onthaal.organisation.internal;

import org.jspecify.annotations.NullMarked;
