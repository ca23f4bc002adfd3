// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

/** Who wrote to whom, about what, when, and in answer to which mail. */
public record MailHeaders(MailThread thread, MailParties parties, String subject, MailDate date) {}
