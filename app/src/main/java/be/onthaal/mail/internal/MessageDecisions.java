// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.Cases;
import be.onthaal.common.Conflict;
import be.onthaal.common.NotFound;
import be.onthaal.common.Refused;
import be.onthaal.mail.MailView;
import be.onthaal.mail.MailboxId;
import be.onthaal.mail.MessageId;
import be.onthaal.mail.internal.db.tables.records.MessageRecord;
import be.onthaal.mail.internal.reading.MailKind;
import be.onthaal.mail.spi.MailAccount;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a person decides about a message that waits for one. */
@Component
public class MessageDecisions {

    private final MessageRows rows;
    private final MessageReading reading;
    private final FollowUp followUp;
    private final Cases cases;

    MessageDecisions(
            MessageRows rows, MessageReading reading, FollowUp followUp, Cases cases) {
        this.rows = rows;
        this.reading = reading;
        this.followUp = followUp;
        this.cases = cases;
    }

    public void accept(MessageId id) {
        MessageRecord row = inState(id, MailView.State.QUARANTINED, "mail.not-quarantined");
        followUp.join(row, cases.get(new CaseId(row.getSuggestedCaseId())).file());
        settle(row);
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
        StoredMail stored = rows.stored(row);
        row.setState(MailView.State.STORED.name());
        row.setAttempts(row.getAttempts() + 1);
        rows.update(row);
        reading.readNow(mailbox(row), stored);
    }

    private void settle(MessageRecord row) {
        row.setSuggestedCaseId(null);
        rows.update(row);
        if (row.getKind().equals(MailKind.ORDINARY.name())) {
            followUp.recordContact(row, new UnitId(row.getUnitId()));
        }
    }

    private MessageRecord inState(MessageId id, MailView.State state, String otherwise) {
        MessageRecord row = rows.lock(id).orElseThrow(() -> new NotFound("mail.message"));
        if (!row.getState().equals(state.name())) {
            throw new Conflict(otherwise);
        }
        return row;
    }

    /** What filing needs to know of the mailbox; nobody connects to it here. */
    private static OpenMailbox mailbox(MessageRecord row) {
        return new OpenMailbox(
                new MailboxId(row.getMailboxId()),
                new UnitId(row.getUnitId()),
                Confidentiality.of(row.getConfidentiality()),
                new MailAccount("", "", "", ""),
                Optional.empty());
    }
}
