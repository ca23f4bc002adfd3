// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

/** What came of reading a mail: its content, or the reason why a person must look at it. */
public sealed interface ReadMail {

    /** The mail could be read; its warnings say what was repaired or left out. */
    record Readable(MailContent content) implements ReadMail {}

    /** The mail could not be read; the headers hold what could be saved of it. */
    record Unreadable(UnreadableReason reason, MailHeaders headers) implements ReadMail {}
}
