// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import java.util.List;

/**
 * The place of a mail in its conversation; ids are kept without angle brackets, references run from
 * oldest to newest.
 */
public record MailThread(String messageId, String inReplyTo, List<String> references) {

    public MailThread {
        references = List.copyOf(references);
    }
}
