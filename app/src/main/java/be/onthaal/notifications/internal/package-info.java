// SPDX-License-Identifier: EUPL-1.2
/** How notices reach people. */
@NullMarked
package be.onthaal.notifications.internal;

import org.jspecify.annotations.NullMarked;
