// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.Cases;
import be.onthaal.common.Brussels;
import be.onthaal.common.Channel;
import be.onthaal.common.Conflict;
import be.onthaal.common.NotFound;
import be.onthaal.common.Refused;
import be.onthaal.mail.MailView;
import be.onthaal.mail.MessageId;
import be.onthaal.mail.internal.db.tables.records.MessageRecord;
import be.onthaal.post.NewIncoming;
import be.onthaal.post.PostRegister;
import be.onthaal.post.RegisterEntry;
import be.onthaal.post.Source;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a person decides about a message that waits for one. */
@Component
public class MessageDecisions {

    private static final String REGISTERED_UNREAD = "registered-unread";

    private final MessageRows rows;
    private final FollowUp followUp;
    private final Cases cases;
    private final PostRegister register;

    MessageDecisions(MessageRows rows, FollowUp followUp, Cases cases, PostRegister register) {
        this.rows = rows;
        this.followUp = followUp;
        this.cases = cases;
        this.register = register;
    }

    /** What goes to the case last may be out of sight of whoever accepted it. */
    public void accept(MessageId id) {
        MessageRecord row = inState(id, MailView.State.QUARANTINED, "mail.not-quarantined");
        CaseFile file = cases.get(new CaseId(row.getSuggestedCaseId())).file();
        followUp.mark(row, file);
        settle(row);
        followUp.bring(row, file);
    }

    public void takeAsNew(MessageId id) {
        MessageRecord row = inState(id, MailView.State.QUARANTINED, "mail.not-quarantined");
        row.setState(MailView.State.READ.name());
        row.setReason(null);
        settle(row);
    }

    public void tryAgain(MessageId id) {
        MessageRecord row = inState(id, MailView.State.UNREADABLE, "mail.not-unreadable");
        if (!row.getComplete()) {
            throw new Refused("mail.incomplete");
        }
        row.setState(MailView.State.STORED.name());
        row.setReason(null);
        row.setAttempts(0);
        rows.update(row);
    }

    /** It gets its number by what is known of it: who wrote and about what, if that. */
    public UUID register(MessageId id) {
        MessageRecord row = inState(id, MailView.State.UNREADABLE, "mail.not-unreadable");
        String subject = row.getSubject().strip();
        String correspondent = correspondent(row);
        RegisterEntry entry =
                register.registerIncoming(
                        new NewIncoming(
                                Channel.MAIL,
                                Brussels.date(MessageRows.receivedAt(row)),
                                subject.isEmpty()
                                        ? MessageFiling.NO_SUBJECT
                                        : MessageFields.cut(subject, PostRegister.LONGEST_SUBJECT),
                                correspondent.isEmpty()
                                        ? MessageFiling.NO_SENDER
                                        : MessageFields.cut(
                                                correspondent, MessageFiling.LONGEST_CORRESPONDENT),
                                Optional.empty(),
                                new UnitId(row.getUnitId()),
                                Confidentiality.of(row.getConfidentiality()),
                                Optional.of(new Source(MessageFiling.SOURCE, id.value()))));
        row.setState(MailView.State.READ.name());
        row.setReason(row.getComplete() ? REGISTERED_UNREAD : row.getReason());
        row.setEntryId(entry.id().value());
        rows.update(row);
        return entry.id().value();
    }

    private static String correspondent(MessageRecord row) {
        String address = row.getFromAddress().strip();
        String name = row.getFromName().strip();
        return name.isEmpty() || address.isEmpty() ? name + address : name + " <" + address + ">";
    }

    private void settle(MessageRecord row) {
        row.setSuggestedCaseId(null);
        rows.update(row);
    }

    private MessageRecord inState(MessageId id, MailView.State state, String otherwise) {
        MessageRecord row = rows.lock(id).orElseThrow(() -> new NotFound("mail.message"));
        if (!row.getState().equals(state.name())) {
            throw new Conflict(otherwise);
        }
        return row;
    }
}
