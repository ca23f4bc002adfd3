// SPDX-License-Identifier: EUPL-1.2
/** Reads files of KBO Open Data (cookbook R018.00), row by row, and refuses what is not one. */
@NullMarked
package be.onthaal.kbo.internal.reading;

import org.jspecify.annotations.NullMarked;
