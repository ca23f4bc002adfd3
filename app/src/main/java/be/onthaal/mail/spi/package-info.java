// SPDX-License-Identifier: EUPL-1.2
/** What mail needs from those who know how mail servers speak. */
@NullMarked
@NamedInterface("spi")
package be.onthaal.mail.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
