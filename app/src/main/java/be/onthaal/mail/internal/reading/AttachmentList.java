// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import be.onthaal.common.FileNames;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Collects the files of a mail and gives each a safe name and an honest type. */
final class AttachmentList {

    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,99}/[a-z0-9][a-z0-9!#$&^_.+-]{0,99}");
    private static final String UNKNOWN = "application/octet-stream";
    private static final String MESSAGE = "message/rfc822";

    private final Reading reading;
    private final List<Attachment> all = new ArrayList<>();

    AttachmentList(Reading reading) {
        this.reading = reading;
    }

    List<Attachment> all() {
        return List.copyOf(all);
    }

    /** A container, which only encryption leaves here, comes with all its parts. */
    void add(MimePart part) {
        if (part.isContainer()) {
            part.children().forEach(this::add);
            return;
        }
        String type = MEDIA_TYPE.matcher(part.type()).matches() ? part.type() : UNKNOWN;
        String subject = isMessage(type) ? subject(part.bytes()) : "";
        if (type.equals("application/ms-tnef") || type.equals("application/vnd.ms-tnef")) {
            reading.warn(MailWarning.OUTLOOK_CONTAINER);
        }
        String contentId = part.contentId(reading);
        boolean shown =
                part.disposition(reading).equals("inline")
                        || (!contentId.isEmpty()
                                && type.startsWith("image/")
                                && !part.disposition(reading).equals("attachment"));
        all.add(
                new Attachment(
                        name(part, type, subject),
                        type,
                        DetectedType.of(part.bytes()),
                        contentId,
                        shown,
                        subject,
                        part.bytes()));
    }

    void addUuencoded(String written, PartBytes bytes) {
        String decoded = HeaderText.decode(HeaderText.bytes(written), "", reading);
        String safe = FileNames.safe(decoded);
        String detected = DetectedType.of(bytes);
        String name = safe.isEmpty() ? FileNames.invented(all.size() + 1, detected) : safe;
        all.add(new Attachment(name, UNKNOWN, detected, "", false, "", bytes));
    }

    private String name(MimePart part, String type, String subject) {
        String safe = FileNames.safe(part.writtenName(reading));
        if (!safe.isEmpty()) {
            return safe;
        }
        if (!subject.isEmpty()) {
            return FileNames.ofText(subject, ".eml");
        }
        if (type.endsWith("ms-tnef")) {
            return "winmail.dat";
        }
        return FileNames.invented(all.size() + 1, type);
    }

    private String subject(PartBytes message) {
        return MimeTree.readHeader(message.open(), reading).text("subject", reading);
    }

    private static boolean isMessage(String type) {
        return type.equals(MESSAGE) || type.equals("message/global");
    }
}
