// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import be.onthaal.common.CleanText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decodes the text parts of a mail within the length that a body may have. */
final class BodyText {

    private static final int BYTES_OF_A_CHARACTER = 4;
    private static final int LARGEST_UUENCODED = 64 * 1024 * 1024;
    private static final int META_SEARCH = 2_048;
    private static final Pattern META =
            Pattern.compile("(?i)<meta[^>]{0,200}?charset\\s{0,5}=\\s{0,5}[\"']?([\\w:.-]{1,40})");

    private final Reading reading;
    private int plainLeft;
    private int htmlLeft;
    private boolean signature;
    private boolean encryption;

    BodyText(Reading reading) {
        this.reading = reading;
        this.plainLeft = reading.limits().textLength();
        this.htmlLeft = reading.limits().textLength();
    }

    boolean sawSignature() {
        return signature;
    }

    boolean sawEncryption() {
        return encryption;
    }

    /** The text without the files that were written into it, which become attachments. */
    String plain(PartBytes bytes, String charset, AttachmentList attachments) {
        byte[] content = withoutFiles(bytes, attachments);
        String text = cut(decode(content, charset, plainLeft), plainLeft);
        plainLeft -= text.length();
        String start = text.stripLeading();
        signature |= start.startsWith("-----BEGIN PGP SIGNED MESSAGE-----");
        encryption |= start.startsWith("-----BEGIN PGP MESSAGE-----");
        return text;
    }

    String html(PartBytes bytes, String charset) {
        byte[] content = bytes.head(most(htmlLeft));
        String declared = charset.isEmpty() ? charsetInside(bytes) : charset;
        if (content.length < bytes.size()) {
            reading.warn(MailWarning.TEXT_TRUNCATED);
        }
        String html = cut(decode(content, declared, htmlLeft), htmlLeft);
        htmlLeft -= html.length();
        return html;
    }

    private byte[] withoutFiles(PartBytes bytes, AttachmentList attachments) {
        int most = most(plainLeft);
        if (bytes.size() <= LARGEST_UUENCODED) {
            Uuencoded.Found found =
                    Uuencoded.find(HeaderText.latin(bytes.head((int) bytes.size())));
            if (!found.files().isEmpty()) {
                found.files().forEach(file -> attachments.addUuencoded(file.name(), file.bytes()));
                return HeaderText.bytes(cut(found.text(), most));
            }
        }
        if (bytes.size() > most) {
            reading.warn(MailWarning.TEXT_TRUNCATED);
        }
        return bytes.head(most);
    }

    private String decode(byte[] content, String charset, int left) {
        return left <= 0 ? "" : CleanText.lines(TextDecoding.decode(content, charset, reading));
    }

    private String cut(String text, int length) {
        if (text.length() > length) {
            reading.warn(MailWarning.TEXT_TRUNCATED);
        }
        return CleanText.cut(text, length);
    }

    private static int most(int characters) {
        return (int) Math.min((long) characters * BYTES_OF_A_CHARACTER, Integer.MAX_VALUE / 2);
    }

    private static String charsetInside(PartBytes bytes) {
        Matcher meta = META.matcher(HeaderText.latin(bytes.head(META_SEARCH)));
        return meta.find() ? meta.group(1) : "";
    }
}
