// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.dispatch.spi;

import be.onthaal.common.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A mail as the outside world will see it; every field is free of line ends, except the text.
 *
 * @param messageId without angle brackets; the same at each attempt
 * @param replyTo where answers are asked, if that is not at the address of the sender
 * @param inReplyTo without angle brackets
 * @param references without angle brackets, oldest first
 * @param automatic written by the product and not by a person (RFC 3834)
 */
public record OutgoingMail(
        String messageId,
        EmailAddress sender,
        String senderName,
        EmailAddress recipient,
        Optional<EmailAddress> replyTo,
        String subject,
        String text,
        Optional<String> inReplyTo,
        List<String> references,
        boolean automatic,
        Instant writtenAt) {

    public OutgoingMail {
        references = List.copyOf(references);
    }
}
