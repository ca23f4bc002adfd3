// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.testing;

import be.onthaal.dispatch.spi.MailDelayed;
import be.onthaal.dispatch.spi.MailRefused;
import be.onthaal.dispatch.spi.MailTransport;
import be.onthaal.dispatch.spi.OutgoingMail;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/**
 * A mail server that keeps what it gets, refuses {@code weg@} and is never ready for {@code
 * later@}.
 */
@TestComponent
@Primary
public class SentMail implements MailTransport {

    private final List<OutgoingMail> mails = new CopyOnWriteArrayList<>();
    private final Map<String, Runnable> during = new ConcurrentHashMap<>();

    @Override
    public void send(OutgoingMail mail) throws MailRefused, MailDelayed {
        String recipient = mail.recipient().value();
        Optional.ofNullable(during.remove(recipient)).ifPresent(Runnable::run);
        if (recipient.startsWith("weg@")) {
            throw new MailRefused(550, "550 5.1.1 no such user");
        }
        if (recipient.startsWith("later@")) {
            throw new MailDelayed("mail server answered 451");
        }
        mails.add(mail);
    }

    /** What happens while the next mail to this address is being taken. */
    public void during(String address, Runnable what) {
        during.put(address, what);
    }

    /** What went to this address, in order. */
    public List<OutgoingMail> to(String address) {
        return mails.stream().filter(mail -> mail.recipient().value().equals(address)).toList();
    }
}
