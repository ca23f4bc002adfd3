// SPDX-License-Identifier: EUPL-1.2
/** ClamAV's daemon for the demo and the tests, as good or as bad as one wants it. */
@NullMarked
package be.onthaal.simulators.clamd;

import org.jspecify.annotations.NullMarked;
