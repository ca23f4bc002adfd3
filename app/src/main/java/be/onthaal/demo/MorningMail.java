// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.demo;

import be.onthaal.common.EmailAddress;
import be.onthaal.dispatch.spi.MailDelayed;
import be.onthaal.dispatch.spi.MailRefused;
import be.onthaal.dispatch.spi.MailTransport;
import be.onthaal.dispatch.spi.OutgoingMail;
import be.onthaal.party.PartySummary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The mails of this morning, sent by citizens to the mail server of the demo and read from it. */
@Component
@ConditionalOnProperty(name = "onthaal.demo", havingValue = "true")
class MorningMail {

    private static final EmailAddress TOWN = new EmailAddress("onthaal@mortsel.example");

    private final MailTransport transport;
    private final boolean ours;

    MorningMail(MailTransport transport, Environment environment) {
        this.transport = transport;
        this.ours =
                !environment.getProperty("onthaal.simulators.mail.smtp-port", "").isEmpty()
                        && environment
                                .getProperty("onthaal.mail.smtp.host", "")
                                .equals("127.0.0.1");
    }

    /** True when it was sent; without a mail server of the demo there is none. */
    boolean write(PartySummary sender, Story.Question question, Instant at) {
        Optional<EmailAddress> from = sender.email().flatMap(EmailAddress::parse);
        if (!ours || from.isEmpty()) {
            return false;
        }
        try {
            transport.send(mail(from.get(), sender.name(), question, at));
            return true;
        } catch (MailRefused | MailDelayed failure) {
            return false;
        }
    }

    private static OutgoingMail mail(
            EmailAddress from, String name, Story.Question question, Instant at) {
        return new OutgoingMail(
                UUID.randomUUID() + "@" + from.domain(),
                from,
                name,
                TOWN,
                Optional.empty(),
                question.subject(),
                "Goedemorgen\n\n" + question.text() + "\n\nMet vriendelijke groeten\n" + name,
                Optional.empty(),
                List.of(),
                false,
                at);
    }
}
