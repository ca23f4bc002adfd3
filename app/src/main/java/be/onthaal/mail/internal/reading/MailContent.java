// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import java.util.List;

/**
 * Everything a mail says, decoded and safe to store and to show; a text that was not written is
 * empty, never absent.
 */
public record MailContent(
        MailHeaders headers,
        MailBody body,
        List<Attachment> attachments,
        MailNature nature,
        List<MailWarning> warnings) {

    public MailContent {
        attachments = List.copyOf(attachments);
        warnings = List.copyOf(warnings);
    }
}
