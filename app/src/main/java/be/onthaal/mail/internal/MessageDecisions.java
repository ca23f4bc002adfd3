// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal;

import be.onthaal.cases.CaseId;
import be.onthaal.cases.Cases;
import be.onthaal.common.Conflict;
import be.onthaal.common.NotFound;
import be.onthaal.common.Refused;
import be.onthaal.mail.MailView;
import be.onthaal.mail.MessageId;
import be.onthaal.mail.internal.db.tables.records.MessageRecord;
import org.springframework.stereotype.Component;

/** What a person decides about a message that waits for one. */
@Component
public class MessageDecisions {

    private final MessageRows rows;
    private final FollowUp followUp;
    private final Cases cases;

    MessageDecisions(MessageRows rows, FollowUp followUp, Cases cases) {
        this.rows = rows;
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
        row.setState(MailView.State.STORED.name());
        row.setReason(null);
        row.setAttempts(0);
        rows.update(row);
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
