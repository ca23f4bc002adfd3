// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail;

import be.onthaal.access.UnitId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A message in a list.
 *
 * @param reason code of what is special about it, such as {@code closed-case}
 * @param caseId the case it belongs to, or says it belongs to while it is quarantined
 * @param answers the sending that it answers or tells about
 * @param complete false when its mailbox has it and we have only its header
 */
public record InboxMail(
        MessageId id,
        MailboxId mailbox,
        MailView.State state,
        MailView.Kind kind,
        Optional<String> reason,
        String fromName,
        String fromAddress,
        String subject,
        Instant receivedAt,
        int attempts,
        Optional<UUID> party,
        Optional<UUID> entry,
        Optional<UUID> caseId,
        Optional<UUID> answers,
        UnitId unit,
        boolean complete) {}
