// SPDX-License-Identifier: EUPL-1.2
/** A mail server for the demo and the tests, with a line that can be bad. */
@NullMarked
package be.onthaal.simulators.mail;

import org.jspecify.annotations.NullMarked;
