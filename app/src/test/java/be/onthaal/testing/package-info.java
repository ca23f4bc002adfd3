// SPDX-License-Identifier: EUPL-1.2
/** What tests share: one PostgreSQL, one started application, a clock that can be moved, towns. */
@NullMarked
package be.onthaal.testing;

import org.jspecify.annotations.NullMarked;
