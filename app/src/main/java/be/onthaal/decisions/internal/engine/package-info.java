// SPDX-License-Identifier: EUPL-1.2
/** The engine behind the port: KIE, loaded at the first decision and within limits. */
@NullMarked
package be.onthaal.decisions.internal.engine;

import org.jspecify.annotations.NullMarked;
