// SPDX-License-Identifier: EUPL-1.2
/** What dispatch needs from those who carry its mail. */
@NullMarked
@NamedInterface("spi")
package be.onthaal.dispatch.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
