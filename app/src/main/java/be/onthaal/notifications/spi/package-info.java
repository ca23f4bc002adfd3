// SPDX-License-Identifier: EUPL-1.2
/** What notices need to leave by mail. */
@NullMarked
@NamedInterface("spi")
package be.onthaal.notifications.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
