// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal;

import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.Cases;
import be.onthaal.common.Brussels;
import be.onthaal.common.Channel;
import be.onthaal.contact.CaseLink;
import be.onthaal.contact.Contacts;
import be.onthaal.contact.NewContact;
import be.onthaal.contact.NewQuestion;
import be.onthaal.contact.QuestionOutcome;
import be.onthaal.contact.Source;
import be.onthaal.dispatch.Dispatch;
import be.onthaal.dispatch.Dispatches;
import be.onthaal.mail.MailReceived;
import be.onthaal.mail.MailView;
import be.onthaal.mail.MessageId;
import be.onthaal.mail.internal.db.tables.records.MessageRecord;
import be.onthaal.mail.internal.reading.BounceReport;
import be.onthaal.mail.internal.reading.FailedDelivery;
import be.onthaal.mail.internal.reading.MailContent;
import be.onthaal.mail.internal.reading.MailKind;
import be.onthaal.organisation.Units;
import be.onthaal.party.PartyId;
import be.onthaal.post.EntryId;
import be.onthaal.post.Outcome;
import be.onthaal.post.PostRegister;
import be.onthaal.post.RegisterEntry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Brings a registered message to where it belongs, and tells who must know. */
@Component
class FollowUp {

    static final String STRANGER = "sender-unknown-to-case";
    static final String CLOSED_CASE = "closed-case";
    private static final int LONGEST_SUMMARY = 200;

    private final Cases cases;
    private final PostRegister register;
    private final Contacts contacts;
    private final Dispatches dispatches;
    private final Units units;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FollowUp(
            Cases cases,
            PostRegister register,
            Contacts contacts,
            Dispatches dispatches,
            Units units,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cases = cases;
        this.register = register;
        this.contacts = contacts;
        this.dispatches = dispatches;
        this.units = units;
        this.events = events;
        this.clock = clock;
    }

    /** A message that has its entry; the row is written after this. */
    record Filed(OpenMailbox mailbox, MessageRecord row, RegisterEntry entry, MailKind kind) {}

    /** Decides what the row says of its case. */
    void place(Filed filed, Conversation conversation, MailContent content) {
        switch (conversation) {
            case Conversation.Fresh fresh -> {}
            case Conversation.Stranger stranger -> {
                filed.row().setState(MailView.State.QUARANTINED.name());
                filed.row().setReason(STRANGER);
                filed.row().setSuggestedCaseId(stranger.caseFile().id().value());
            }
            case Conversation.OfCase found -> join(filed.row(), found.caseFile());
            case Conversation.Returned returned -> takeBack(filed, returned.dispatch(), content);
        }
    }

    /** Records the contact and lets other modules know, in this transaction. */
    void tell(Filed filed) {
        MessageRecord row = filed.row();
        Optional<UUID> caseId = Optional.ofNullable(row.getCaseId());
        boolean ordinary = filed.kind() == MailKind.ORDINARY;
        boolean decided = row.getState().equals(MailView.State.READ.name());
        if (ordinary) {
            recordContact(filed, filed.mailbox().unit());
        }
        events.publishEvent(
                new MailReceived(
                        new MessageId(row.getId()),
                        filed.entry().id().value(),
                        filed.mailbox().unit(),
                        caseId,
                        ordinary && decided));
    }

    /** The case gets the message; that of a closed case stays in sight of the unit that had it. */
    void join(MessageRecord row, CaseFile caseFile) {
        var entry = new EntryId(row.getEntryId());
        boolean machine = row.getKind().equals(MailKind.AUTOMATIC_REPLY.name());
        row.setState(MailView.State.READ.name());
        row.setCaseId(caseFile.id().value());
        row.setReason(caseFile.isClosed() ? CLOSED_CASE : null);
        if (!caseFile.isClosed()) {
            String number = caseFile.number().display();
            register.linkCase(entry, new be.onthaal.post.CaseLink(caseFile.id().value(), number));
        } else if (machine) {
            register.settle(entry, new Outcome.NoCaseNeeded());
        } else {
            route(row, caseFile.placement().unit());
        }
        if (!machine) {
            cases.answerReceived(caseFile.id(), summary(row), entry.value());
        }
    }

    /** Whether it belongs to a case or not, somebody contacted us. */
    private void recordContact(Filed filed, UnitId unit) {
        MessageRecord row = filed.row();
        Optional<CaseLink> caseLink =
                Optional.ofNullable(row.getCaseId()).map(id -> new CaseLink(id, number(id)));
        contacts.record(
                new NewContact(
                                Channel.MAIL,
                                Optional.ofNullable(row.getPartyId()).map(PartyId::new),
                                unit,
                                clock.instant(),
                                Optional.empty(),
                                "",
                                List.of(
                                        new NewQuestion(
                                                subject(row),
                                                Optional.empty(),
                                                caseLink.isPresent()
                                                        ? QuestionOutcome.CASE
                                                        : QuestionOutcome.OPEN,
                                                caseLink)),
                                Optional.of(new Source(MessageFiling.SOURCE, row.getId())))
                        .with(filed.entry().filing().confidentiality()));
    }

    /** To the unit that had the case, if it still exists. */
    private void route(MessageRecord row, UnitId to) {
        boolean exists = units.get(to).openOn(Brussels.today(clock));
        var entry = new EntryId(row.getEntryId());
        if (exists && !register.get(entry).filing().unit().equals(to)) {
            register.route(entry, to);
        }
    }

    private void takeBack(Filed filed, Dispatch dispatch, MailContent content) {
        dispatches.bounced(dispatch.id(), problem(content.nature().bounce()));
        filed.row().setCaseId(dispatch.what().caseId().orElse(null));
        register.settle(filed.entry().id(), new Outcome.NoCaseNeeded());
    }

    private static String problem(BounceReport bounce) {
        return bounce.failures().stream()
                .findFirst()
                .map(FollowUp::problem)
                .filter(problem -> !problem.isBlank())
                .orElse("bounced");
    }

    private static String problem(FailedDelivery failure) {
        return MessageFields.clean(failure.status() + " " + failure.diagnostic()).strip();
    }

    private String number(UUID caseId) {
        return cases.get(new CaseId(caseId)).file().number().display();
    }

    private static String summary(MessageRecord row) {
        String text = row.getBodyText().substring(0, row.getNewTextLength());
        String line = text.replaceAll("\\s+", " ").strip();
        return MessageFields.cut(line.isEmpty() ? row.getSubject() : line, LONGEST_SUMMARY);
    }

    private static String subject(MessageRecord row) {
        String subject = row.getSubject().strip();
        return MessageFields.cut(
                subject.isEmpty() ? MessageFiling.NO_SUBJECT : subject, LONGEST_SUMMARY);
    }
}
