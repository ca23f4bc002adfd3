// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

/** What sort of mail it is and whether it came signed or encrypted; signatures are not verified. */
public record MailNature(MailKind kind, boolean signed, boolean encrypted, BounceReport bounce) {}
