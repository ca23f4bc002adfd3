// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.common.NotFound;
import be.onthaal.mail.internal.FolderChecks;
import be.onthaal.mail.internal.MailboxRows;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** That all mail which came in is here: what was counted, and what to do where that differs. */
@Service
public class NothingLost {

    private static final int MOST = 100;

    private final MailboxRows rows;
    private final FolderChecks checks;
    private final Audit audit;

    NothingLost(MailboxRows rows, FolderChecks checks, Audit audit) {
        this.rows = rows;
        this.checks = checks;
        this.audit = audit;
    }

    /** A mailbox, and how its folder compares with what is here; the newest numbering first. */
    public record Counted(Mailbox mailbox, List<FolderCheck> checks) {

        public Counted {
            checks = List.copyOf(checks);
        }

        /** Whether nothing is missing, as far as it was ever compared. */
        public boolean adds() {
            return mailbox.tally().adds()
                    && checks.stream().allMatch(check -> check.missing() == 0);
        }
    }

    /** Every mailbox by name; it tells numbers only, and so nothing about anybody. */
    @Transactional(readOnly = true)
    public List<Counted> counts() {
        Callers.require(Permission.POST_VIEW);
        return counted();
    }

    /** The same for who keeps the mailboxes. */
    @Transactional(readOnly = true)
    public List<Counted> administered() {
        Callers.require(Permission.ADMINISTER);
        return counted();
    }

    /**
     * What could not be read or registered, oldest first; how much there is stands in the counts.
     */
    @Transactional(readOnly = true)
    public List<StuckMail> stuck() {
        Callers.require(Permission.ADMINISTER);
        return checks.stuck(MOST);
    }

    /** Lets the intake read again what it could not: one message, or all of a mailbox. */
    @Transactional
    public int readAgain(MailboxId mailbox, Optional<MessageId> single) {
        Callers.require(Permission.ADMINISTER);
        if (!rows.has(mailbox)) {
            throw new NotFound("mail.mailbox");
        }
        int waiting = checks.readAgain(mailbox, single);
        record("mail.mailbox-read-again", mailbox);
        return waiting;
    }

    /**
     * Goes through the folder from its first mail; what is here already is known by its fingerprint
     * and does not come in twice.
     */
    @Transactional
    public void lookAgain(MailboxId mailbox) {
        Callers.require(Permission.ADMINISTER);
        if (rows.lookAgain(mailbox) == 0) {
            throw new NotFound("mail.mailbox");
        }
        record("mail.mailbox-looked-again", mailbox);
    }

    private List<Counted> counted() {
        Map<MailboxId, List<FolderCheck>> all = checks.all();
        return rows.list().stream()
                .map(mailbox -> new Counted(mailbox, all.getOrDefault(mailbox.id(), List.of())))
                .toList();
    }

    private void record(String action, MailboxId id) {
        audit.record(AuditEvent.of(action, AuditEvent.Subject.of("MAILBOX", id.value())));
    }
}
