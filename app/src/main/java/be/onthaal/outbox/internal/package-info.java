// SPDX-License-Identifier: EUPL-1.2
/** How outbox works. */
@NullMarked
package be.onthaal.outbox.internal;

import org.jspecify.annotations.NullMarked;
