// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.CasePassages;
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
import java.time.Instant;
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
    private final CasePassages passages;
    private final PostRegister register;
    private final Contacts contacts;
    private final Dispatches dispatches;
    private final Units units;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FollowUp(
            Cases cases,
            CasePassages passages,
            PostRegister register,
            Contacts contacts,
            Dispatches dispatches,
            Units units,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cases = cases;
        this.passages = passages;
        this.register = register;
        this.contacts = contacts;
        this.dispatches = dispatches;
        this.units = units;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A message that has its entry; the row is written after this.
     *
     * @param asksNothing whether a rule files it at once
     */
    record Filed(
            OpenMailbox mailbox,
            MessageRecord row,
            RegisterEntry entry,
            MailKind kind,
            Instant receivedAt,
            boolean asksNothing) {}

    /** Decides what the row says of its case, and so of who may see it. */
    void place(Filed filed, Conversation conversation, MailContent content) {
        switch (conversation) {
            case Conversation.Fresh fresh -> {
                if (filed.asksNothing()) {
                    register.settle(filed.entry().id(), new Outcome.NoCaseNeeded());
                }
                return;
            }
            case Conversation.Stranger stranger -> quarantine(filed.row(), stranger.caseFile());
            case Conversation.OfCase found -> {
                mark(filed.row(), found.caseFile());
                bring(filed.row(), found.caseFile());
            }
            case Conversation.Reported reported ->
                    report(filed, reported.dispatch(), content.nature().bounce());
        }
        var entry = new EntryId(filed.row().getEntryId());
        RegisterEntry.Filing filing = register.get(entry).filing();
        filed.row().setUnitId(filing.unit().value());
        filed.row().setConfidentiality(filing.confidentiality().level());
    }

    /** Records the contact and lets other modules know, in this transaction. */
    void tell(Filed filed) {
        MessageRecord row = filed.row();
        Optional<UUID> caseId = Optional.ofNullable(row.getCaseId());
        boolean ordinary = filed.kind() == MailKind.ORDINARY;
        boolean decided = row.getState().equals(MailView.State.READ.name());
        UnitId unit =
                Optional.ofNullable(row.getUnitId())
                        .map(UnitId::new)
                        .orElseGet(filed.mailbox()::unit);
        Confidentiality level =
                Optional.ofNullable(row.getConfidentiality())
                        .map(Confidentiality::of)
                        .orElseGet(filed.mailbox()::confidentiality);
        if (ordinary) {
            recordContact(filed, unit, level);
        }
        events.publishEvent(
                new MailReceived(
                        new MessageId(row.getId()),
                        filed.entry().id().value(),
                        unit,
                        caseId,
                        ordinary && decided && !filed.asksNothing()));
    }

    /** The row says that the case has the message. */
    void mark(MessageRecord row, CaseFile caseFile) {
        row.setState(MailView.State.READ.name());
        row.setCaseId(caseFile.id().value());
        row.setReason(caseFile.isClosed() ? CLOSED_CASE : null);
    }

    /**
     * Its entry goes to the case, as confidential as that is; that of a closed case stays in sight
     * of the unit that had it.
     */
    void bring(MessageRecord row, CaseFile caseFile) {
        var entry = new EntryId(row.getEntryId());
        boolean machine = row.getKind().equals(MailKind.AUTOMATIC_REPLY.name());
        UnitId unit = home(entry, caseFile);
        Confidentiality level = caseFile.matter().confidentiality();
        if (!caseFile.isClosed()) {
            String number = caseFile.number().display();
            var link = new be.onthaal.post.CaseLink(caseFile.id().value(), number);
            register.linkCase(entry, link, unit, level);
        } else {
            if (machine) {
                register.settle(entry, new Outcome.NoCaseNeeded());
            }
            register.bring(entry, unit, level);
        }
        passages.keep(
                caseFile.id(),
                entry.value(),
                CasePassages.Kind.MAIL,
                row.getBodyText(),
                clock.instant());
        if (!machine) {
            cases.answerReceived(caseFile.id(), summary(row), entry.value());
        }
    }

    /** Who names a confidential case may quote it: those of the case decide. */
    private void quarantine(MessageRecord row, CaseFile caseFile) {
        row.setState(MailView.State.QUARANTINED.name());
        row.setReason(STRANGER);
        row.setSuggestedCaseId(caseFile.id().value());
        Confidentiality level = caseFile.matter().confidentiality();
        if (level.compareTo(Confidentiality.INTERNAL) > 0) {
            var entry = new EntryId(row.getEntryId());
            register.bring(entry, home(entry, caseFile), level);
        }
    }

    /** Whether it belongs to a case or not, somebody contacted us. */
    private void recordContact(Filed filed, UnitId unit, Confidentiality level) {
        MessageRecord row = filed.row();
        Optional<CaseLink> caseLink =
                Optional.ofNullable(row.getCaseId()).map(id -> new CaseLink(id, number(id)));
        contacts.record(
                new NewContact(
                                Channel.MAIL,
                                Optional.ofNullable(row.getPartyId()).map(PartyId::new),
                                unit,
                                filed.receivedAt(),
                                Optional.empty(),
                                "",
                                List.of(
                                        new NewQuestion(
                                                subject(row),
                                                Optional.empty(),
                                                outcome(filed, caseLink),
                                                caseLink)),
                                Optional.of(new Source(MessageFiling.SOURCE, row.getId())))
                        .with(level));
    }

    private static QuestionOutcome outcome(Filed filed, Optional<CaseLink> caseLink) {
        if (caseLink.isPresent()) {
            return QuestionOutcome.CASE;
        }
        return filed.asksNothing() ? QuestionOutcome.ANSWERED : QuestionOutcome.OPEN;
    }

    /** The unit that has or had the case; where it has closed, the entry stays where it is. */
    private UnitId home(EntryId entry, CaseFile caseFile) {
        UnitId unit = caseFile.placement().unit();
        return units.get(unit).openOn(Brussels.today(clock))
                ? unit
                : register.get(entry).filing().unit();
    }

    /**
     * What comes back holds what was sent, and is as confidential. It answers nothing; what is only
     * late may still arrive.
     */
    private void report(Filed filed, Dispatch dispatch, BounceReport bounce) {
        if (filed.kind() == MailKind.BOUNCE) {
            dispatches.bounced(dispatch.id(), problem(bounce));
        }
        filed.row().setCaseId(dispatch.what().caseId().orElse(null));
        register.settle(filed.entry().id(), new Outcome.NoCaseNeeded());
        Confidentiality level = dispatch.what().confidentiality();
        if (level.compareTo(Confidentiality.INTERNAL) > 0) {
            register.bring(filed.entry().id(), dispatch.what().unit(), level);
        }
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
