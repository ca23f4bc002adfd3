// SPDX-License-Identifier: EUPL-1.2
/** What modules that ask decisions offer to who keeps the tables. */
@NullMarked
@NamedInterface
package be.onthaal.decisions.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
