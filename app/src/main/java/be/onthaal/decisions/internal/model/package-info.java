// SPDX-License-Identifier: EUPL-1.2
/** A DMN model as records, read from XML that nobody has to trust. */
@NullMarked
package be.onthaal.decisions.internal.model;

import org.jspecify.annotations.NullMarked;
