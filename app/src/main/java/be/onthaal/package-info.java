// SPDX-License-Identifier: EUPL-1.2
/** Onthaal: one process and one PostgreSQL; each sub-package is a module with its own schema. */
@NullMarked
package be.onthaal;

import org.jspecify.annotations.NullMarked;
