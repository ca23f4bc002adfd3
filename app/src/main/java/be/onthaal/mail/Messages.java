// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.common.Digest;
import be.onthaal.common.NotFound;
import be.onthaal.common.Page;
import be.onthaal.common.PageRequest;
import be.onthaal.database.Part;
import be.onthaal.database.Parts;
import be.onthaal.files.Files;
import be.onthaal.mail.internal.MessageDecisions;
import be.onthaal.mail.internal.MessageViews;
import be.onthaal.routing.Extras;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What came in by mail. */
@Service
public class Messages {

    private final MessageViews views;
    private final MessageDecisions decisions;
    private final Files files;
    private final Parts parts;
    private final Audit audit;

    Messages(
            MessageViews views, MessageDecisions decisions, Files files, Parts parts, Audit audit) {
        this.views = views;
        this.decisions = decisions;
        this.files = files;
        this.parts = parts;
        this.audit = audit;
    }

    /** The message with everything in it. Showing it must be logged by whoever shows it. */
    @Transactional(readOnly = true)
    public MailView get(MessageId id) {
        reader();
        return parts.answer(views.get(id)).orElseThrow(() -> new NotFound("mail.message"));
    }

    /** The message that a register entry was made of, if it was a mail: a part of a page. */
    public Part<Optional<MailView>> partOfEntry(UUID entry) {
        reader();
        return views.ofEntry(entry);
    }

    /**
     * The last mail before this one by the same sender with the same subject: a part of a page,
     * where it is no more than a suggestion.
     */
    public Part<Optional<MailAlike>> partOfAlike(MailView mail) {
        reader();
        return mail.header().fromAddress().isBlank()
                ? Part.known(Optional.empty())
                : views.before(mail)
                        .then(before ->
                                before.stream()
                                        .filter(one -> one.continuedBy(mail.header().subject()))
                                        .findFirst());
    }

    /** What rules said of the mails that these entries were made of: a part of a page. */
    public Part<Map<UUID, Extras>> partOfMarks(Collection<UUID> entries) {
        reader();
        return views.marks(entries);
    }

    /** The message with everything in it, with the consultation logged in the same commit. */
    @Transactional
    public MailView consult(MessageId id) {
        MailView view = get(id);
        audit.consulted(event("mail.consulted", view));
        return view;
    }

    /** The bytes of a part, with the consultation logged. */
    @Transactional
    public byte[] attachment(MessageId id, AttachmentId part) {
        MailView view = get(id);
        String sha256 = views.part(id, part).orElseThrow(() -> new NotFound("mail.attachment"));
        audit.consulted(event("mail.attachment-opened", view));
        return files.read(new Digest(sha256));
    }

    /** The message byte for byte as it came, with the consultation logged. */
    @Transactional
    public byte[] original(MessageId id) {
        MailView view = get(id);
        String sha256 = views.original(id).orElseThrow(() -> new NotFound("mail.message"));
        audit.consulted(event("mail.original-opened", view));
        return files.read(new Digest(sha256));
    }

    /** Messages that name a case their sender does not belong to, oldest first. */
    @Transactional(readOnly = true)
    public Page<InboxMail> quarantine(PageRequest page) {
        return parts.answer(partOfQuarantine(page));
    }

    /** The same, as a part of a page. */
    public Part<Page<InboxMail>> partOfQuarantine(PageRequest page) {
        reader();
        return views.waiting(MailView.State.QUARANTINED, page);
    }

    /** Messages that only a person can make sense of, oldest first. */
    @Transactional(readOnly = true)
    public Page<InboxMail> unreadable(PageRequest page) {
        return parts.answer(partOfUnreadable(page));
    }

    /** The same, as a part of a page. */
    public Part<Page<InboxMail>> partOfUnreadable(PageRequest page) {
        reader();
        return views.waiting(MailView.State.UNREADABLE, page);
    }

    /** How many of both wait for the people of the caller's units: a part of a page. */
    public Part<Long> countSetAside() {
        reader();
        return views.countWaiting();
    }

    /** What came in about a case, and what these register entries were made of; oldest first. */
    @Transactional(readOnly = true)
    public List<InboxMail> ofCase(UUID caseId, Collection<UUID> entries) {
        return parts.answer(partOfCase(caseId, entries));
    }

    /** The same, as a part of a page. */
    public Part<List<InboxMail>> partOfCase(UUID caseId, Collection<UUID> entries) {
        reader();
        return views.ofCase(caseId, entries);
    }

    /** The sender belongs to the case after all: it gets the message. */
    @Transactional
    public void accept(MessageId id) {
        Callers.require(Permission.CASE_HANDLE);
        MailView view = get(id);
        decisions.accept(id);
        audit.record(event("mail.accepted", view));
    }

    /** The message has nothing to do with the case: it is handled as any other in the inbox. */
    @Transactional
    public void takeAsNew(MessageId id) {
        Callers.require(Permission.POST_HANDLE);
        decisions.takeAsNew(id);
        audit.record(event("mail.taken-as-new", get(id)));
    }

    /** Lets the intake read an unreadable message again, as after an update of the product. */
    @Transactional
    public void tryAgain(MessageId id) {
        Callers.require(Permission.POST_HANDLE);
        decisions.tryAgain(id);
        audit.record(event("mail.read-again", get(id)));
    }

    /**
     * Registers an unreadable message as it is, by what is known of it; its people open the
     * original. Gives the entry.
     */
    @Transactional
    public UUID register(MessageId id) {
        Callers.require(Permission.POST_HANDLE);
        UUID entry = decisions.register(id);
        audit.record(event("mail.registered-unread", get(id)));
        return entry;
    }

    private static AuditEvent event(String action, MailView view) {
        MailView.Links links = view.links();
        var subject =
                AuditEvent.Subject.of(
                        "MAIL", view.id().value(), links.confidentiality(), links.unit());
        AuditEvent event =
                AuditEvent.of(action, links.caseId().map(subject::inCase).orElse(subject));
        return links.party().map(event::about).orElse(event);
    }

    private static void reader() {
        if (!Callers.current().may(Permission.CASE_VIEW)) {
            Callers.require(Permission.POST_VIEW);
        }
    }
}
