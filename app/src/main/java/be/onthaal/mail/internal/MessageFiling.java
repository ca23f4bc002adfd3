// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal;

import be.onthaal.access.UnitId;
import be.onthaal.common.Brussels;
import be.onthaal.common.Channel;
import be.onthaal.common.EmailAddress;
import be.onthaal.files.Files;
import be.onthaal.mail.MailView;
import be.onthaal.mail.internal.MessageReading.Parsed;
import be.onthaal.mail.internal.db.tables.records.MessageRecord;
import be.onthaal.mail.internal.reading.Attachment;
import be.onthaal.mail.internal.reading.MailAddress;
import be.onthaal.mail.internal.reading.MailContent;
import be.onthaal.mail.internal.reading.MailHeaders;
import be.onthaal.mail.internal.reading.ReadMail;
import be.onthaal.party.Parties;
import be.onthaal.post.NewIncoming;
import be.onthaal.post.PostRegister;
import be.onthaal.post.RegisterEntry;
import be.onthaal.post.Source;
import be.onthaal.routing.Route;
import be.onthaal.routing.Rulebook;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what was read: fields, parts, register entry and the case it belongs to. */
@Component
class MessageFiling {

    /** How a message is named as the source of an entry or contact. */
    static final String SOURCE = "MAIL";

    /** The register is kept in Dutch, as the law on languages in administration asks. */
    static final String NO_SUBJECT = "(zonder onderwerp)";

    static final String NO_SENDER = "(onbekende afzender)";
    static final int LONGEST_CORRESPONDENT = 500;

    private final MessageRows rows;
    private final Files files;
    private final Parties parties;
    private final PostRegister register;
    private final Conversations conversations;
    private final FollowUp followUp;
    private final MailRouting routing;

    MessageFiling(
            MessageRows rows,
            Files files,
            Parties parties,
            PostRegister register,
            Conversations conversations,
            FollowUp followUp,
            MailRouting routing) {
        this.rows = rows;
        this.files = files;
        this.parties = parties;
        this.register = register;
        this.conversations = conversations;
        this.followUp = followUp;
        this.routing = routing;
    }

    /** Files those that still wait; what somebody else filed meanwhile is left alone. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void file(OpenMailbox mailbox, List<Parsed> mails) {
        Set<UUID> waiting =
                rows.lockWaiting(mails.stream().map(mail -> mail.stored().id().value()).toList());
        Rulebook rules = routing.rules();
        for (Parsed mail : mails) {
            if (waiting.contains(mail.stored().id().value())) {
                file(new Into(mailbox, rules), mail);
            }
        }
    }

    /** The mailbox that it came in by, and the rules that say where it goes. */
    private record Into(OpenMailbox mailbox, Rulebook rules) {}

    private void file(Into into, Parsed mail) {
        StoredMail stored = mail.stored();
        switch (mail.content()) {
            case ReadMail.Unreadable unreadable ->
                    setAside(
                            stored,
                            unreadable.headers(),
                            MessageFields.reason(unreadable.reason().code()));
            case ReadMail.Readable readable when stored.complete() ->
                    file(into, stored, readable.content());
            case ReadMail.Readable header ->
                    setAside(stored, header.content().headers(), stored.reason().orElseThrow());
        }
    }

    private void setAside(StoredMail stored, MailHeaders headers, String reason) {
        MessageRecord row = MessageFields.of(stored.id(), headers);
        rows.update(row);
        rows.unreadable(stored.id(), reason);
    }

    private void file(Into into, StoredMail stored, MailContent content) {
        OpenMailbox mailbox = into.mailbox();
        Author author = author(content);
        Conversation conversation = conversations.find(content, author);
        MessageRecord row = MessageFields.of(stored.id(), content);
        Route route = routing.route(into.rules(), mailbox, row, conversation, content);
        UnitId unit = route.unit().orElseGet(mailbox::unit);
        RegisterEntry entry = register(mailbox, unit, stored, content, author);
        rows.insert(stored.id(), content.attachments().stream().map(this::keep).toList());
        row.setState(MailView.State.READ.name());
        row.setReason(null);
        row.setPartyId(author.party().map(party -> party.value()).orElse(null));
        row.setEntryId(entry.id().value());
        row.setAnswersDispatch(
                conversation.answers().map(dispatch -> dispatch.id().value()).orElse(null));
        route.unit().ifPresent(to -> row.setUnitId(to.value()));
        routing.keep(into.rules(), route, row);
        boolean asksNothing =
                route.extras().noAnswer() && conversation instanceof Conversation.Fresh;
        var filed =
                new FollowUp.Filed(
                        mailbox,
                        row,
                        entry,
                        content.nature().kind(),
                        stored.receivedAt(),
                        asksNothing);
        followUp.place(filed, conversation, content);
        rows.update(row);
        followUp.tell(filed);
    }

    private Author author(MailContent content) {
        MailAddress written = Author.of(content.headers().parties());
        Optional<EmailAddress> address = EmailAddress.parse(written.address());
        var candidates =
                address.map(parties::recognise).map(Author::candidates).orElseGet(List::of);
        return new Author(written, address, candidates);
    }

    private RegisterEntry register(
            OpenMailbox mailbox,
            UnitId unit,
            StoredMail stored,
            MailContent content,
            Author author) {
        String subject = MessageFields.clean(content.headers().subject()).strip();
        String correspondent = MessageFields.clean(author.display()).strip();
        return register.registerIncoming(
                new NewIncoming(
                        Channel.MAIL,
                        Brussels.date(stored.receivedAt()),
                        subject.isEmpty()
                                ? NO_SUBJECT
                                : MessageFields.cut(subject, PostRegister.LONGEST_SUBJECT),
                        correspondent.isEmpty()
                                ? NO_SENDER
                                : MessageFields.cut(correspondent, LONGEST_CORRESPONDENT),
                        author.party(),
                        unit,
                        mailbox.confidentiality(),
                        Optional.of(new Source(SOURCE, stored.id().value()))));
    }

    private MessageRows.KeptPart keep(Attachment part) {
        byte[] bytes =
                part.bytes().head((int) Math.min(part.bytes().size(), Integer.MAX_VALUE - 8));
        String type = part.detectedType().isEmpty() ? part.declaredType() : part.detectedType();
        return new MessageRows.KeptPart(
                MessageFields.clean(part.fileName()),
                MessageFields.clean(type),
                bytes.length,
                files.keep(bytes).hex(),
                MessageFields.clean(part.contentId()),
                part.inline());
    }
}
