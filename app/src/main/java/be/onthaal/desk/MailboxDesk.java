// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.mail.Mailbox;
import be.onthaal.mail.MailboxId;
import be.onthaal.mail.Mailboxes;
import be.onthaal.mail.NewMailbox;
import be.onthaal.organisation.Unit;
import be.onthaal.organisation.Units;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The mailboxes of an authority as its administrator keeps them. */
@Service
class MailboxDesk {

    private final Mailboxes mailboxes;
    private final Units units;

    MailboxDesk(Mailboxes mailboxes, Units units) {
        this.mailboxes = mailboxes;
        this.units = units;
    }

    /** A form for a mailbox that is not read yet, as far as it was filled in. */
    @Transactional(readOnly = true)
    MailboxPage blank(TypedMailbox typed, Map<String, String> problems) {
        return new MailboxPage(Optional.empty(), typed, problems, openUnits());
    }

    @Transactional(readOnly = true)
    MailboxPage show(MailboxId id) {
        Mailbox mailbox = mailboxes.get(id);
        return page(mailbox, TypedMailbox.of(mailbox), Map.of());
    }

    /** The page of a mailbox with another way to reach it that is not right yet. */
    @Transactional(readOnly = true)
    MailboxPage show(MailboxId id, TypedMailbox typed, Map<String, String> problems) {
        return page(mailboxes.get(id), typed, problems);
    }

    @Transactional
    MailboxId add(NewMailbox mailbox) {
        return mailboxes.add(mailbox);
    }

    @Transactional
    void reconnect(MailboxId id, NewMailbox.Server server) {
        mailboxes.reconnect(id, server);
    }

    @Transactional
    void markAnswers(MailboxId id, boolean wanted) {
        mailboxes.markAnswers(id, wanted);
    }

    @Transactional
    void pause(MailboxId id) {
        mailboxes.pause(id);
    }

    @Transactional
    void resume(MailboxId id) {
        mailboxes.resume(id);
    }

    private MailboxPage page(Mailbox mailbox, TypedMailbox typed, Map<String, String> problems) {
        return new MailboxPage(Optional.of(mailbox), typed, problems, units.all());
    }

    private List<Unit> openUnits() {
        return units.all().stream().filter(unit -> unit.closedOn().isEmpty()).toList();
    }
}
