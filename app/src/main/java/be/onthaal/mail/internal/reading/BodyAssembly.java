// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Walks the structure of a mail and tells what is body and what is attachment, so that a reader
 * sees every text once and every file.
 */
final class BodyAssembly {

    private static final int NESTED_SIGNATURES = 3;

    /** Text that is a file for a program, not something to read in the body. */
    private static final Set<String> TEXT_FILES =
            Set.of(
                    "text/calendar",
                    "text/x-vcalendar",
                    "text/vcard",
                    "text/x-vcard",
                    "text/directory",
                    "text/csv",
                    "text/css",
                    "text/javascript",
                    "text/xml",
                    "text/rtf",
                    "text/richtext",
                    "text/enriched",
                    "text/rfc822-headers",
                    "text/x-amp-html");

    private final Reading reading;
    private final AttachmentList attachments;
    private final BodyText bodyText;
    private boolean signed;
    private boolean encrypted;
    private int openedSignatures;

    BodyAssembly(Reading reading) {
        this.reading = reading;
        this.attachments = new AttachmentList(reading);
        this.bodyText = new BodyText(reading);
    }

    List<BodyBlock> read(MimePart root) {
        return blocks(root, true);
    }

    List<Attachment> attachments() {
        return attachments.all();
    }

    boolean isSigned() {
        return signed || bodyText.sawSignature();
    }

    boolean isEncrypted() {
        return encrypted || bodyText.sawEncryption();
    }

    private List<BodyBlock> blocks(MimePart part, boolean atRoot) {
        if (!part.isContainer()) {
            return leaf(part, atRoot);
        }
        signed |= part.type().equals("multipart/signed");
        if (part.type().equals("multipart/encrypted")) {
            encrypted = true;
            part.children().forEach(attachments::add);
            return List.of();
        }
        List<BodyBlock> blocks = new ArrayList<>();
        for (MimePart child : part.children()) {
            blocks.addAll(blocks(child, false));
        }
        return part.type().equals("multipart/alternative")
                ? List.of(BodyBlock.alternatives(blocks))
                : blocks;
    }

    private List<BodyBlock> leaf(MimePart part, boolean atRoot) {
        if (isEnvelope(part)) {
            return envelope(part);
        }
        if (part.type().startsWith("multipart/") && part.bytes().size() == 0) {
            return emptyContainer(part);
        }
        if (!isBody(part, atRoot)) {
            attachments.add(part);
            return List.of();
        }
        if (part.type().equals("text/html")) {
            return List.of(BodyBlock.html(bodyText.html(part.bytes(), part.charset(reading))));
        }
        String charset = part.charset(reading);
        return List.of(BodyBlock.plain(bodyText.plain(part.bytes(), charset, attachments)));
    }

    /** Without parts, all a container has to say stands before the first boundary. */
    private List<BodyBlock> emptyContainer(MimePart part) {
        if (part.preamble().size() == 0) {
            return List.of();
        }
        reading.warn(MailWarning.MISSING_BOUNDARY);
        return List.of(BodyBlock.plain(bodyText.plain(part.preamble(), "", attachments)));
    }

    private boolean isBody(MimePart part, boolean atRoot) {
        boolean closedContainer = part.type().startsWith("multipart/");
        if (closedContainer) {
            return atRoot && !reading.hasWarned(MailWarning.TOO_DEEP);
        }
        boolean text = part.isText() && !TEXT_FILES.contains(part.type());
        if (!text || !TransferDecoding.isKnown(part.header(), reading)) {
            return false;
        }
        boolean named = !part.writtenName(reading).isEmpty();
        boolean file = part.disposition(reading).equals("attachment");
        return atRoot ? !(named && file) : !named && !file;
    }

    /** Some mail servers forget the type of an envelope and leave only its name. */
    private boolean isEnvelope(MimePart part) {
        String name = part.writtenName(reading).toLowerCase(Locale.ROOT);
        return part.type().equals("application/pkcs7-mime")
                || part.type().equals("application/x-pkcs7-mime")
                || (part.type().equals("application/octet-stream") && name.endsWith(".p7m"));
    }

    /** An S/MIME envelope: what is only signed is opened, what is encrypted stays a file. */
    private List<BodyBlock> envelope(MimePart part) {
        String sort = part.parameter("smime-type", reading).toLowerCase(Locale.ROOT);
        if (sort.equals("certs-only")) {
            attachments.add(part);
            return List.of();
        }
        byte[] content =
                openedSignatures++ < NESTED_SIGNATURES
                        ? OpaqueSignature.findContent(whole(part.bytes())).orElse(new byte[0])
                        : new byte[0];
        if (content.length == 0) {
            encrypted |= !sort.equals("signed-data");
            signed |= sort.equals("signed-data");
            attachments.add(part);
            return List.of();
        }
        signed = true;
        return blocks(MimeTree.read(PartBytes.of(content).open(), reading), false);
    }

    private static byte[] whole(PartBytes bytes) {
        return bytes.head((int) Math.min(bytes.size(), Integer.MAX_VALUE - 16));
    }
}
