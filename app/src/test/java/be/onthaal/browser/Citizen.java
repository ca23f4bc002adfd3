// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.browser;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who mails the town over SMTP. */
record Citizen(String name, String address, int smtpPort) {

    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^Message-ID:\\s*(<[^>]+>)");

    void write(String to, String subject, String text, Optional<String> inReplyTo) {
        var settings = new Properties();
        settings.setProperty("mail.smtp.host", "127.0.0.1");
        settings.setProperty("mail.smtp.port", String.valueOf(smtpPort));
        try {
            var mail = new MimeMessage(Session.getInstance(settings));
            mail.setFrom(new InternetAddress(address, name, "UTF-8"));
            mail.setRecipients(Message.RecipientType.TO, to);
            mail.setSubject(subject, "UTF-8");
            mail.setText(text, "UTF-8");
            if (inReplyTo.isPresent()) {
                mail.setHeader("In-Reply-To", inReplyTo.get());
                mail.setHeader("References", inReplyTo.get());
            }
            Transport.send(mail);
        } catch (MessagingException | java.io.UnsupportedEncodingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The id under which a received mail is answered. */
    static Optional<String> idOf(String mail) {
        Matcher found = MESSAGE_ID.matcher(mail);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
