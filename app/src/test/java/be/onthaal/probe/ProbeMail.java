// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.probe;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.mail.AttachmentId;
import be.onthaal.mail.MailView;
import be.onthaal.mail.MailboxId;
import be.onthaal.mail.Mailboxes;
import be.onthaal.mail.MessageId;
import be.onthaal.mail.Messages;
import be.onthaal.mail.NewMailbox;
import be.onthaal.mail.PostOffice;
import be.onthaal.simulators.mail.MailTown;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/** Lets the canary write a mail with a picture in it, and the intake read it. */
@TestComponent
class ProbeMail {

    private static final String MAIL =
            """
            From: %s <%s>
            Subject: %s
            Message-ID: <%s@voliere.example>
            MIME-Version: 1.0
            Content-Type: multipart/related; boundary=kooi

            --kooi
            Content-Type: text/html; charset=utf-8

            <p>Ik ben %s, nummer 85.07.30-033.28. <img src="cid:foto"></p>
            --kooi
            Content-Type: image/png; name=foto.png
            Content-ID: <foto>
            Content-Disposition: inline; filename=foto.png
            Content-Transfer-Encoding: base64

            iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==
            --kooi--
            """;

    private final PostOffice office;
    private final Mailboxes mailboxes;
    private final Messages messages;

    ProbeMail(PostOffice office, Mailboxes mailboxes, Messages messages) {
        this.office = office;
        this.mailboxes = mailboxes;
        this.messages = messages;
    }

    /** A mail that was read and registered. */
    record Received(MailboxId mailbox, MessageId message, UUID entry, AttachmentId picture) {}

    Received receive(
            TestAuthority here, Caller reader, UnitId unit, Confidentiality level, String subject) {
        try (MailTown town = MailTown.start(0, 0)) {
            String address = PostOffice.newAddress();
            town.addUser(address, "geheim");
            var server = new NewMailbox.Server(town.imapUrl(), address, "geheim", "INBOX");
            var mailbox = new NewMailbox(unit, address, "Onthaal", server, level);
            MailboxId id = Callers.as(here.administrator(), () -> mailboxes.add(mailbox));
            town.deliver(
                    address,
                    MAIL.formatted(
                            Canary.NAME, Canary.EMAIL, subject, UUID.randomUUID(), Canary.NAME));
            office.open();
            office.await(here, id, 1);
            MessageId message = office.ids(here, id).getFirst();
            MailView view = Callers.as(reader, () -> messages.get(message));
            return new Received(
                    id,
                    message,
                    view.links().entry().orElseThrow(),
                    view.attachments().getFirst().id());
        } finally {
            office.close();
        }
    }
}
