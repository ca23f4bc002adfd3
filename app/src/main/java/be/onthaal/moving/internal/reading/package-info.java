// SPDX-License-Identifier: EUPL-1.2
/** The files that come and go: folders, ZIPs and sheets as other programs write them. */
@NullMarked
package be.onthaal.moving.internal.reading;

import org.jspecify.annotations.NullMarked;
