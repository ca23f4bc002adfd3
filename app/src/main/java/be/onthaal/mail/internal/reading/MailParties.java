// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import java.util.List;
import java.util.Optional;

/** The people and mailboxes a mail names, each list in the order of the header. */
public record MailParties(
        List<MailAddress> from,
        List<MailAddress> sender,
        List<MailAddress> replyTo,
        List<MailAddress> to,
        List<MailAddress> cc) {

    public MailParties {
        from = List.copyOf(from);
        sender = List.copyOf(sender);
        replyTo = List.copyOf(replyTo);
        to = List.copyOf(to);
        cc = List.copyOf(cc);
    }

    /** The first author, who may have a name without a usable address. */
    public Optional<MailAddress> findAuthor() {
        return from.stream().findFirst();
    }
}
