// SPDX-License-Identifier: EUPL-1.2
/** What the module that has mail offers, so that rules can be tried on it. */
@NullMarked
@NamedInterface
package be.onthaal.routing.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
