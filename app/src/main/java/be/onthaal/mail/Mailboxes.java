// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.access.UnitId;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.common.EmailAddress;
import be.onthaal.common.NotFound;
import be.onthaal.common.Refused;
import be.onthaal.dispatch.Sender;
import be.onthaal.mail.internal.MailboxRows;
import be.onthaal.organisation.UnitSucceeded;
import be.onthaal.organisation.Units;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The mailboxes that are read, and how they fare. */
@Service
public class Mailboxes {

    private static final int LONGEST_NAME = 200;

    private final MailboxRows rows;
    private final Units units;
    private final Audit audit;

    Mailboxes(MailboxRows rows, Units units, Audit audit) {
        this.rows = rows;
        this.units = units;
        this.audit = audit;
    }

    /** Reads a mailbox from now on, with all that is in it. */
    @Transactional
    public MailboxId add(NewMailbox mailbox) {
        Callers.require(Permission.ADMINISTER);
        EmailAddress address =
                EmailAddress.parse(mailbox.address())
                        .orElseThrow(() -> new Refused("mail.mailbox-address"));
        if (mailbox.name().isBlank() || mailbox.name().length() > LONGEST_NAME) {
            throw new Refused("mail.mailbox-name", LONGEST_NAME);
        }
        check(mailbox.server());
        units.get(mailbox.unit());
        MailboxId id = rows.insert(mailbox, address);
        record("mail.mailbox-added", id);
        return id;
    }

    /** All of them by name, with their health and what they hold; three statements. */
    @Transactional(readOnly = true)
    public List<Mailbox> list() {
        Callers.require(Permission.ADMINISTER);
        return rows.list();
    }

    /** One of them, as {@link #list()} tells it. */
    @Transactional(readOnly = true)
    public Mailbox get(MailboxId id) {
        return list().stream()
                .filter(mailbox -> mailbox.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("mail.mailbox"));
    }

    /** The address that a unit answers from; empty when it has no mailbox. */
    @Transactional(readOnly = true)
    public Optional<String> addressOf(UnitId unit) {
        return rows.addressOf(unit);
    }

    /** The mailbox with this address as the sender of a mail, answered as its server allows. */
    @Transactional(readOnly = true)
    public Sender sender(String address, String name) {
        return new Sender(address, name, rows.marksAnswers(address));
    }

    /**
     * Asks answers at an address with a mark, or no longer. Only where the mail server delivers
     * what is sent to the address with a plus: else answers would come back to who wrote them.
     */
    @Transactional
    public void markAnswers(MailboxId id, boolean wanted) {
        Callers.require(Permission.ADMINISTER);
        found(rows.markAnswers(id, wanted));
        record(wanted ? "mail.answers-marked" : "mail.answers-plain", id);
    }

    /** Lets it be for a while; what comes in meanwhile stays on the mail server. */
    @Transactional
    public void pause(MailboxId id) {
        setState(id, Mailbox.State.PAUSED, "mail.mailbox-paused");
    }

    @Transactional
    public void resume(MailboxId id) {
        setState(id, Mailbox.State.ACTIVE, "mail.mailbox-resumed");
    }

    /** Reaches it in another way, as after a change of password. */
    @Transactional
    public void reconnect(MailboxId id, NewMailbox.Server server) {
        Callers.require(Permission.ADMINISTER);
        check(server);
        found(rows.reconnect(id, server));
        record("mail.mailbox-reconnected", id);
    }

    /** The mailboxes of a unit follow to its successor, with what came in by them. */
    @EventListener
    void follow(UnitSucceeded succession) {
        for (MailboxId id : rows.follow(succession)) {
            record("mail.mailbox-moved", id);
        }
    }

    private void setState(MailboxId id, Mailbox.State state, String action) {
        Callers.require(Permission.ADMINISTER);
        found(rows.setState(id, state));
        record(action, id);
    }

    private void record(String action, MailboxId id) {
        audit.record(AuditEvent.of(action, AuditEvent.Subject.of("MAILBOX", id.value())));
    }

    private static void found(int rows) {
        if (rows == 0) {
            throw new NotFound("mail.mailbox");
        }
    }

    private static void check(NewMailbox.Server server) {
        boolean possible;
        try {
            URI url = URI.create(server.url());
            possible =
                    url.getHost() != null
                            && ("imap".equals(url.getScheme()) || "imaps".equals(url.getScheme()));
        } catch (IllegalArgumentException nonsense) {
            possible = false;
        }
        if (!possible || server.user().isBlank() || server.folder().isBlank()) {
            throw new Refused("mail.mailbox-server");
        }
    }
}
