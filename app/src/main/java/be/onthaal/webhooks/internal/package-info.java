// SPDX-License-Identifier: EUPL-1.2
/** How webhooks works. */
@NullMarked
package be.onthaal.webhooks.internal;

import org.jspecify.annotations.NullMarked;
