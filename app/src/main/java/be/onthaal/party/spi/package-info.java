// SPDX-License-Identifier: EUPL-1.2
/** What the customers ask of the modules that keep something of them. */
@NullMarked
@NamedInterface("spi")
package be.onthaal.party.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
