// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail;

import java.time.Instant;

/**
 * A message that could not be read or registered, as an administrator may know it: neither from
 * whom nor about what.
 *
 * @param reason code of why
 * @param repeatable whether reading it again can help
 */
public record StuckMail(
        MessageId id,
        MailboxId mailbox,
        String reason,
        Instant receivedAt,
        int attempts,
        boolean repeatable) {}
