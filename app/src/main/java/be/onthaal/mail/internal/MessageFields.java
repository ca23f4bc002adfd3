// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal;

import be.onthaal.mail.MessageId;
import be.onthaal.mail.internal.db.tables.records.MessageRecord;
import be.onthaal.mail.internal.reading.MailAddress;
import be.onthaal.mail.internal.reading.MailContent;
import be.onthaal.mail.internal.reading.MailHeaders;
import be.onthaal.mail.internal.reading.MailWarning;
import be.onthaal.mail.internal.reading.ReplyCut;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was read of a message as the fields of its row; only the fields that are set are written.
 */
final class MessageFields {

    private static final int LONGEST_ID = 998;
    private static final int LONGEST_NAME = 500;
    private static final int LONGEST_SUBJECT = 4_000;
    private static final int LONGEST_RECIPIENTS = 4_000;
    private static final int MOST_REFERENCES = 50;

    private MessageFields() {}

    static MessageRecord of(MessageId id, MailHeaders headers) {
        var row = new MessageRecord();
        MailAddress author = Author.of(headers.parties());
        row.setId(id.value());
        row.setMessageId(id(headers.thread().messageId()));
        row.setInReplyTo(id(headers.thread().inReplyTo()));
        row.setRefs(
                headers.thread().references().stream()
                        .limit(MOST_REFERENCES)
                        .map(MessageFields::id)
                        .toArray(String[]::new));
        row.setFromName(cut(clean(author.name()), LONGEST_NAME));
        row.setFromAddress(
                cut(clean(author.isUsable() ? author.address() : author.written()), LONGEST_NAME));
        row.setToAddresses(recipients(headers));
        row.setSubject(cut(clean(headers.subject()), LONGEST_SUBJECT));
        row.setSentAt(headers.date().sentAt().orElse(null));
        return row;
    }

    static MessageRecord of(MessageId id, MailContent content) {
        MessageRecord row = of(id, content.headers());
        String text = clean(content.body().text());
        row.setKind(content.nature().kind().name());
        row.setBodyText(text);
        row.setNewTextLength(ReplyCut.of(text).head().length());
        row.setBodyHtml(content.body().html().map(MessageFields::clean).orElse(null));
        row.setRemotePictures(content.body().removedPictures());
        row.setWarnings(
                content.warnings().stream()
                        .map(MailWarning::code)
                        .map(MessageFields::reason)
                        .toArray(String[]::new));
        return row;
    }

    /** PostgreSQL keeps every character but one, and no halves of characters. */
    static String clean(String text) {
        String whole = text.indexOf('\u0000') < 0 ? text : text.replace("\u0000", "");
        return whole.codePoints().noneMatch(MessageFields::isHalf)
                ? whole
                : whole.codePoints()
                        .map(c -> isHalf(c) ? '\ufffd' : c)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
    }

    /** The code without the name of the module, which its texts begin with. */
    static String reason(String code) {
        return code.substring(code.indexOf('.') + 1);
    }

    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        boolean half = Character.isHighSurrogate(text.charAt(longest - 1));
        return text.substring(0, half ? longest - 1 : longest);
    }

    private static boolean isHalf(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }

    private static String id(String id) {
        return cut(clean(id), LONGEST_ID);
    }

    private static String recipients(MailHeaders headers) {
        String all =
                Stream.concat(headers.parties().to().stream(), headers.parties().cc().stream())
                        .map(to -> to.isUsable() ? to.address() : to.written())
                        .collect(Collectors.joining(", "));
        return cut(clean(all), LONGEST_RECIPIENTS);
    }
}
