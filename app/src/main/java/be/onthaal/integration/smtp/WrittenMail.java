// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.integration.smtp;

import be.onthaal.common.EmailAddress;
import be.onthaal.dispatch.spi.OutgoingMail;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.util.Date;
import java.util.stream.Collectors;

/** A mail in the form of RFC 5322, that keeps the message id it was given. */
final class WrittenMail extends MimeMessage {

    private static final String UTF_8 = "UTF-8";

    private final String messageId;

    WrittenMail(Session session, OutgoingMail mail) throws MessagingException {
        super(session);
        this.messageId = "<" + mail.messageId() + ">";
        setFrom(sender(mail));
        setRecipient(Message.RecipientType.TO, new InternetAddress(written(mail.recipient())));
        if (mail.replyTo().isPresent()) {
            setReplyTo(new InternetAddress[] {new InternetAddress(written(mail.replyTo().get()))});
        }
        setSubject(mail.subject(), UTF_8);
        setSentDate(Date.from(mail.writtenAt()));
        setText(mail.text(), UTF_8);
        if (mail.inReplyTo().isPresent()) {
            setHeader("In-Reply-To", "<" + mail.inReplyTo().get() + ">");
        }
        if (!mail.references().isEmpty()) {
            setHeader(
                    "References",
                    mail.references().stream()
                            .map(id -> "<" + id + ">")
                            .collect(Collectors.joining("\r\n ")));
        }
        if (mail.automatic()) {
            setHeader("Auto-Submitted", "auto-replied");
            setHeader("X-Auto-Response-Suppress", "All");
        }
        saveChanges();
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    private static InternetAddress sender(OutgoingMail mail) throws MessagingException {
        try {
            return new InternetAddress(written(mail.sender()), mail.senderName(), UTF_8);
        } catch (UnsupportedEncodingException missing) {
            throw new IllegalStateException("Every Java has UTF-8", missing);
        }
    }

    /** The domain as name servers know it. */
    private static String written(EmailAddress address) {
        String value = address.value();
        return value.substring(0, value.indexOf('@') + 1) + IDN.toASCII(address.domain());
    }
}
