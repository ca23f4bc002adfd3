// SPDX-License-Identifier: EUPL-1.2
/** What access needs from the organisation. */
@NullMarked
@NamedInterface("spi")
package be.onthaal.access.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
