// SPDX-License-Identifier: EUPL-1.2
/** What is wrong with a model, and where: before it is kept, and before it is published. */
@NullMarked
package be.onthaal.decisions.internal.checks;

import org.jspecify.annotations.NullMarked;
