// SPDX-License-Identifier: EUPL-1.2
/** The promises that every module keeps, enforced by the build. */
@NullMarked
package be.onthaal.policy;

import org.jspecify.annotations.NullMarked;
