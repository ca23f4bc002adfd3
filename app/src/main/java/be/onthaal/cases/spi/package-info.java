// SPDX-License-Identifier: EUPL-1.2
/** What cases need of modules above them. */
@NullMarked
@NamedInterface("spi")
package be.onthaal.cases.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
