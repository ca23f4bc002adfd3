// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.dispatch;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.common.Channel;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is to be sent.
 *
 * @param purpose short code of why, such as {@code cases.answer}
 * @param unit who sends it; its people see it, however confidential
 * @param inReplyTo the message id that it answers
 * @param references the message ids of the conversation, oldest first
 * @param automatic written by the product and not by a person; such mail is damped
 */
public record NewDispatch(
        Channel channel,
        String purpose,
        Optional<UUID> party,
        Optional<UUID> caseId,
        UnitId unit,
        Confidentiality confidentiality,
        Sender sender,
        String recipient,
        String subject,
        String text,
        Optional<String> inReplyTo,
        List<String> references,
        boolean automatic) {

    public NewDispatch {
        references = List.copyOf(references);
    }
}
