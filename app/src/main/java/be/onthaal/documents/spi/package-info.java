// SPDX-License-Identifier: EUPL-1.2
/** What documents needs of whoever looks for viruses. */
@NullMarked
@NamedInterface("spi")
package be.onthaal.documents.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
