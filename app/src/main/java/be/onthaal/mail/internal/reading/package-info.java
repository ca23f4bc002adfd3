// SPDX-License-Identifier: EUPL-1.2

/**
 * Reads one raw e-mail, as it came from the mail server, into a complete, safe and bounded
 * description.
 *
 * <p>Owns nothing and keeps nothing: bytes in, {@link be.onthaal.mail.internal.reading.ReadMail}
 * out. Whatever a sender invents, reading ends in time, within memory and without an exception, so
 * that no mail can stop a mailbox. Also cleans the HTML that a screen shows and folds the quoted
 * history of an answer away.
 */
@NullMarked
@NamedInterface("reading")
package be.onthaal.mail.internal.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
