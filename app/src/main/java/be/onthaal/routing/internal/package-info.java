// SPDX-License-Identifier: EUPL-1.2
/** How rules are read, kept, tried and shown. */
@NullMarked
package be.onthaal.routing.internal;

import org.jspecify.annotations.NullMarked;
