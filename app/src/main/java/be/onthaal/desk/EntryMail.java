// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.database.Part;
import be.onthaal.mail.AttachmentId;
import be.onthaal.mail.MailAlike;
import be.onthaal.mail.MailView;
import be.onthaal.mail.MessageId;
import be.onthaal.mail.Messages;
import be.onthaal.post.EntryId;
import be.onthaal.post.RegisterEntry;
import be.onthaal.post.Source;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The mail behind an entry of the register. */
@Component
class EntryMail {

    private static final String MAIL = "MAIL";

    private final Messages messages;

    EntryMail(Messages messages) {
        this.messages = messages;
    }

    /** The mail that the entry was made of, if it was a mail. */
    Optional<MailView> of(RegisterEntry entry) {
        return id(entry).map(messages::get);
    }

    /** The same, with the consultation logged. */
    Optional<MailView> consult(RegisterEntry entry) {
        return id(entry).map(messages::consult);
    }

    /** The same, as a part of the page of the entry. */
    Part<Optional<MailView>> partOf(EntryId entry) {
        return messages.partOfEntry(entry.value());
    }

    /** Mail that it perhaps continues, while nobody decided where it belongs. */
    Part<Optional<MailAlike>> alike(RegisterEntry entry, Optional<MailView> read) {
        return read.filter(mail -> mail.handling().state() == MailView.State.READ)
                .filter(mail -> entry.caseLink().isEmpty())
                .map(messages::partOfAlike)
                .orElseGet(() -> Part.known(Optional.empty()));
    }

    /** The bytes as they came; opening them is logged. */
    Optional<byte[]> original(RegisterEntry entry) {
        return id(entry).map(messages::original);
    }

    /** The bytes of a part; opening it is logged. */
    Optional<byte[]> attachment(RegisterEntry entry, AttachmentId part) {
        return id(entry).map(mail -> messages.attachment(mail, part));
    }

    /** The sender belongs to the case that it names. */
    void accept(RegisterEntry entry) {
        id(entry).ifPresent(messages::accept);
    }

    /** It has nothing to do with the case that it names. */
    void takeAsNew(RegisterEntry entry) {
        id(entry).ifPresent(messages::takeAsNew);
    }

    /** How the register names it as what an entry was made of. */
    static Source source(MailAlike mail) {
        return new Source(MAIL, mail.id().value());
    }

    private static Optional<MessageId> id(RegisterEntry entry) {
        return entry.filing()
                .source()
                .filter(source -> source.kind().equals(MAIL))
                .map(source -> new MessageId(source.id()));
    }
}
