// SPDX-License-Identifier: EUPL-1.2
/** Reads the folder of an authority, at the start and on command. */
@NullMarked
package be.onthaal.configuration.internal;

import org.jspecify.annotations.NullMarked;
