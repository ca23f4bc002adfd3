// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.integration.smtp;

import be.onthaal.dispatch.spi.MailDelayed;
import be.onthaal.dispatch.spi.MailRefused;
import be.onthaal.dispatch.spi.MailTransport;
import be.onthaal.dispatch.spi.OutgoingMail;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Hands mail to an SMTP server, with a limit on every wait. */
@Component
@EnableConfigurationProperties(SmtpSettings.class)
class SmtpTransport implements MailTransport {

    private static final int NEVER = 500;

    private final SmtpSettings settings;
    private final Session session;

    SmtpTransport(SmtpSettings settings) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings));
    }

    @Override
    public void send(OutgoingMail mail) throws MailRefused, MailDelayed {
        if (settings.host().isBlank()) {
            throw new MailDelayed("onthaal.mail.smtp.host is not set");
        }
        try {
            Transport transport = session.getTransport(protocol(settings));
            try {
                MimeMessage message = new WrittenMail(session, mail);
                connect(transport);
                transport.sendMessage(message, message.getAllRecipients());
            } finally {
                close(transport);
            }
        } catch (MessagingException failure) {
            explain(failure);
        }
    }

    /** A server that hangs up before we said goodbye has answered all the same. */
    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException gone) {
            // The line is gone, which is what was wanted.
        }
    }

    /** A server that knows us by our address is not told who we are. */
    private void connect(Transport transport) throws MessagingException {
        if (settings.user().isBlank()) {
            transport.connect(settings.host(), settings.port(), null, null);
        } else {
            transport.connect(
                    settings.host(), settings.port(), settings.user(), settings.password());
        }
    }

    private static void explain(MessagingException failure) throws MailRefused, MailDelayed {
        Answer answer = answer(failure);
        if (answer != null && answer.code() >= NEVER) {
            throw new MailRefused(answer.code(), answer.text());
        }
        throw new MailDelayed(
                answer == null
                        ? failure.getClass().getSimpleName()
                        : "mail server answered " + answer.code());
    }

    /** The most precise answer: about the recipient before the sender before the whole. */
    private static @Nullable Answer answer(MessagingException failure) {
        Answer answer = null;
        for (Exception step = failure; step != null; step = next(step)) {
            answer =
                    switch (step) {
                        case SMTPAddressFailedException one ->
                                new Answer(one.getReturnCode(), text(one));
                        case SMTPSenderFailedException one ->
                                new Answer(one.getReturnCode(), text(one));
                        case SMTPSendFailedException one ->
                                new Answer(one.getReturnCode(), text(one));
                        default -> answer;
                    };
        }
        return answer;
    }

    private record Answer(int code, String text) {}

    private static String text(Exception failure) {
        return String.valueOf(failure.getMessage()).strip();
    }

    private static @Nullable Exception next(Exception step) {
        return step instanceof MessagingException failure ? failure.getNextException() : null;
    }

    private static String protocol(SmtpSettings settings) {
        return settings.tls() == SmtpSettings.Tls.TLS ? "smtps" : "smtp";
    }

    private static Properties properties(SmtpSettings settings) {
        String prefix = "mail." + protocol(settings) + ".";
        String read = String.valueOf(settings.read().toMillis());
        boolean upgrade = settings.tls() == SmtpSettings.Tls.STARTTLS;
        var properties = new Properties();
        properties.setProperty(
                prefix + "connectiontimeout", String.valueOf(settings.connect().toMillis()));
        properties.setProperty(prefix + "timeout", read);
        properties.setProperty(prefix + "writetimeout", read);
        properties.setProperty(prefix + "auth", String.valueOf(!settings.user().isBlank()));
        properties.setProperty(prefix + "starttls.enable", String.valueOf(upgrade));
        properties.setProperty(prefix + "starttls.required", String.valueOf(upgrade));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "quitwait", "false");
        return properties;
    }
}
