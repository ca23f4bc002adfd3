// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.Origin;
import be.onthaal.common.Refused;
import be.onthaal.database.Part;
import be.onthaal.dispatch.Sender;
import be.onthaal.mail.InboxMail;
import be.onthaal.mail.MailView;
import be.onthaal.mail.Mailboxes;
import be.onthaal.mail.Messages;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The mail that customers wrote in a case, and the mailbox that answers leave from. */
@Component
class CaseMail {

    private static final String ENTRY = "POST";

    private final Messages messages;
    private final Mailboxes mailboxes;

    CaseMail(Messages messages, Mailboxes mailboxes) {
        this.messages = messages;
        this.mailboxes = mailboxes;
    }

    /** What came in for the case, the mail that it was opened from included, oldest first. */
    Part<List<InboxMail>> of(CaseFile file) {
        return of(file.id(), file.intake().origin());
    }

    /** The same, of a case with what it was opened from. */
    Part<List<InboxMail>> of(CaseId id, Optional<Origin> from) {
        return messages.partOfCase(id.value(), origin(from).stream().toList());
    }

    /** The last mail that came in, whole, to answer to. */
    Optional<MailView> last(CaseFile file) {
        List<InboxMail> mails = messages.ofCase(file.id().value(), origin(file).stream().toList());
        return mails.isEmpty() ? Optional.empty() : Optional.of(messages.get(mails.getLast().id()));
    }

    /** The mailbox that the customer wrote to, or else that of the unit. */
    Sender sender(UnitId unit, String name, Optional<MailView> last) {
        return last.map(mail -> mail.arrival().mailboxAddress())
                .or(() -> mailboxes.addressOf(unit))
                .map(address -> mailboxes.sender(address, name))
                .orElseThrow(() -> new Refused("desk.no-mailbox"));
    }

    /** The register entry that the case was opened from, if that is how it began. */
    static Optional<UUID> origin(CaseFile file) {
        return origin(file.intake().origin());
    }

    private static Optional<UUID> origin(Optional<Origin> origin) {
        return origin.filter(from -> from.kind().equals(ENTRY)).map(from -> from.id());
    }
}
