// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Raw mails for tests, and a reading of them that must succeed. */
final class Mails {

    private Mails() {}

    /** A raw mail of these lines; a character above 255 is written as UTF-8. */
    static byte[] raw(String... lines) {
        return String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    /** A raw mail of these lines, one byte for each character. */
    static byte[] rawLatin(String... lines) {
        return String.join("\r\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    static MailContent read(byte[] raw) {
        ReadMail read = new MailReader().read(raw);

        assertThat(read).isInstanceOf(ReadMail.Readable.class);
        return ((ReadMail.Readable) read).content();
    }

    static MailContent read(String... lines) {
        return read(raw(lines));
    }

    /** A mail with one header field, and nothing else. */
    static MailHeaders headers(String... fields) {
        return read(String.join("\r\n", fields) + "\r\n\r\n").headers();
    }

    static Attachment onlyAttachment(MailContent content) {
        List<Attachment> attachments = content.attachments();

        assertThat(attachments).hasSize(1);
        return attachments.getFirst();
    }

    static String text(Attachment attachment) {
        return new String(attachment.bytes().head(1_000_000), StandardCharsets.UTF_8);
    }
}
