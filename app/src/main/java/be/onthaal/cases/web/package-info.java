// SPDX-License-Identifier: EUPL-1.2
/** The pages on which an authority keeps its case types. */
@NullMarked
package be.onthaal.cases.web;

import org.jspecify.annotations.NullMarked;
