// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import be.onthaal.common.CleanText;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a raw mail. Never throws, whatever the bytes: a mail that cannot be read is an outcome like
 * any other. IMMUTABLE and thread-safe.
 */
public final class MailReader {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final ReadingLimits limits;

    public MailReader() {
        this(ReadingLimits.DEFAULT);
    }

    public MailReader(ReadingLimits limits) {
        this.limits = limits;
    }

    /** Reads a mail and leaves the pictures inside it to be linked when it is shown. */
    public ReadMail read(byte[] raw) {
        return read(raw, PictureLinks.KEEP);
    }

    /** Reads a mail whose pictures can already be linked. */
    public ReadMail read(byte[] raw, PictureLinks pictures) {
        Reading reading = new Reading(limits);
        MailHeaders headers = HeaderReading.read(new HeaderBlock(), "", new Reading(limits));
        int start = startOf(raw);
        if (start == raw.length) {
            return new ReadMail.Unreadable(UnreadableReason.EMPTY, headers);
        }
        try {
            byte[] message = withLineFeeds(raw);
            MimePart root = MimeTree.read(open(message, start), reading);
            headers = HeaderReading.read(root.header(), root.charset(reading), reading);
            if (!root.header().sawField()) {
                return new ReadMail.Unreadable(reasonForNoHeader(reading), headers);
            }
            MailContent content = content(root, headers, pictures, reading);
            if (isBlank(content) && reading.hasWarned(MailWarning.DAMAGED_HEADER)) {
                root = MimeTree.readUnseparated(open(message, start), reading);
                content = content(root, headers, pictures, reading);
            }
            return new ReadMail.Readable(content);
        } catch (RuntimeException | StackOverflowError e) {
            return new ReadMail.Unreadable(UnreadableReason.DAMAGED, headers);
        }
    }

    private static MailContent content(
            MimePart root, MailHeaders headers, PictureLinks pictures, Reading reading) {
        BodyAssembly assembly = new BodyAssembly(reading);
        List<BodyBlock> blocks = assembly.read(root);
        MailBody body = body(blocks, pictures, reading);
        MailKinds kinds = new MailKinds(root, headers, reading);
        BounceReport bounce = new BounceReading(reading).read(root);
        MailKind kind = kinds.kind(bounce);
        if (kind != MailKind.BOUNCE) {
            bounce =
                    kinds.isFromMailSystem()
                            ? new BounceReport(List.of(), bounce.originalMessageId())
                            : BounceReport.NONE;
        } else if (bounce.failures().isEmpty()) {
            bounce = new BounceReading(reading).read(root, body.text());
        }
        return new MailContent(
                headers,
                body,
                assembly.attachments(),
                new MailNature(kind, assembly.isSigned(), assembly.isEncrypted(), bounce),
                reading.warnings());
    }

    private static MailBody body(List<BodyBlock> blocks, PictureLinks pictures, Reading reading) {
        String text =
                blocks.stream()
                        .map(BodyBlock::asText)
                        .filter(block -> !block.isBlank())
                        .collect(Collectors.joining("\n"));
        int most = reading.limits().textLength();
        if (text.length() > most) {
            reading.warn(MailWarning.TEXT_TRUNCATED);
        }
        boolean plainOnly = blocks.stream().allMatch(block -> block.html().isEmpty());
        @Nullable CleanHtml html = null;
        if (!plainOnly) {
            String joined =
                    blocks.stream().map(BodyBlock::asHtml).collect(Collectors.joining("\n"));
            html = SafeHtml.clean(joined, pictures);
        }
        return new MailBody(
                CleanText.cut(text, most),
                html == null ? null : html.html(),
                html == null ? 0 : html.removedPictures());
    }

    private static boolean isBlank(MailContent content) {
        return content.body().text().isBlank()
                && content.body().html().isEmpty()
                && content.attachments().isEmpty();
    }

    private static UnreadableReason reasonForNoHeader(Reading reading) {
        return reading.hasWarned(MailWarning.OUT_OF_TIME)
                ? UnreadableReason.OUT_OF_TIME
                : UnreadableReason.NO_HEADERS;
    }

    private static InputStream open(byte[] message, int start) {
        return new ByteArrayInputStream(message, start, message.length - start);
    }

    /** Blank lines and a byte order mark before the header belong to no mail. */
    private static int startOf(byte[] raw) {
        boolean marked = raw.length >= BYTE_ORDER_MARK.length;
        for (int i = 0; i < BYTE_ORDER_MARK.length && marked; i++) {
            marked = raw[i] == BYTE_ORDER_MARK[i];
        }
        int start = marked ? BYTE_ORDER_MARK.length : 0;
        while (start < raw.length && (raw[start] == '\r' || raw[start] == '\n')) {
            start++;
        }
        return start;
    }

    /** A mail from a very old Macintosh has carriage returns only. */
    private static byte[] withLineFeeds(byte[] raw) {
        boolean returns = false;
        for (byte b : raw) {
            if (b == '\n') {
                return raw;
            }
            returns |= b == '\r';
        }
        if (!returns) {
            return raw;
        }
        byte[] converted = raw.clone();
        for (int i = 0; i < converted.length; i++) {
            converted[i] = converted[i] == '\r' ? (byte) '\n' : converted[i];
        }
        return converted;
    }
}
