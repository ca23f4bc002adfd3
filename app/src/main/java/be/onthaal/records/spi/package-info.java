// SPDX-License-Identifier: EUPL-1.2
/** What records asks of the modules that keep something of a case. */
@NullMarked
@NamedInterface("spi")
package be.onthaal.records.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
