// SPDX-License-Identifier: EUPL-1.2
/** What the outbox needs from those who do the effects. */
@NullMarked
@NamedInterface("spi")
package be.onthaal.outbox.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
