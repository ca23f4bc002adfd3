// SPDX-License-Identifier: EUPL-1.2
/** Journeys in a real browser, with a real IMAP and SMTP server in between. */
@NullMarked
package be.onthaal.browser;

import org.jspecify.annotations.NullMarked;
