// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

/** Whether a person wrote the mail, and so whether an automatic answer may go back. */
public enum MailKind {
    ORDINARY,
    AUTOMATIC_REPLY,
    BOUNCE,
    BULK
}
