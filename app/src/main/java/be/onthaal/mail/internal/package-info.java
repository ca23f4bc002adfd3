// SPDX-License-Identifier: EUPL-1.2
/** How mail works. */
@NullMarked
package be.onthaal.mail.internal;

import org.jspecify.annotations.NullMarked;
