// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.routing.Route;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * A message that came in, with everything a page shows of it.
 *
 * @param route why it came to its unit, as it was decided when it came in
 */
public record MailView(
        MessageId id,
        Arrival arrival,
        Handling handling,
        Header header,
        Body body,
        List<Attachment> attachments,
        Links links,
        Optional<Route> route) {

    public MailView {
        attachments = List.copyOf(attachments);
    }

    /** Where and when it came in. */
    public record Arrival(
            MailboxId mailbox, String mailboxName, String mailboxAddress, Instant at, long size) {}

    /**
     * What became of it.
     *
     * @param reason code of why it waits for a person, or of what is special about it
     * @param complete false when only its header was taken over
     * @param warnings codes of what was repaired or left out in reading
     */
    public record Handling(
            State state,
            Kind kind,
            Optional<String> reason,
            int attempts,
            boolean complete,
            List<String> warnings) {

        public Handling {
            warnings = List.copyOf(warnings);
        }
    }

    /** Where it stands. */
    public enum State {
        /** Kept, and about to be read. */
        STORED,
        /** Read and registered. */
        READ,
        /** A person must look at it in its original form. */
        UNREADABLE,
        /** It says it belongs to a case, and a person must say whether that is so. */
        QUARANTINED
    }

    /** Who or what wrote it. */
    public enum Kind {
        ORDINARY,
        AUTOMATIC_REPLY,
        BOUNCE,
        BULK
    }

    /** Who wrote to whom, about what, and when by their own clock. */
    public record Header(
            String fromName,
            String fromAddress,
            String to,
            String subject,
            Optional<Instant> sentAt,
            String messageId,
            List<String> references) {

        public Header {
            references = List.copyOf(references);
        }
    }

    /**
     * What it says.
     *
     * @param newText what was written now
     * @param history what was quoted or signed below it, to fold away
     * @param html safe to show; its pictures are named by {@code cid:}
     * @param remotePictures how many pictures were not loaded from elsewhere
     */
    public record Body(String newText, String history, Optional<String> html, int remotePictures) {}

    /**
     * A part to show or save.
     *
     * @param repeated whether it is a small picture that comes with much mail from the same domain,
     *     such as a logo
     */
    public record Attachment(
            AttachmentId id,
            String name,
            String type,
            long size,
            Optional<String> contentId,
            boolean inline,
            boolean repeated) {}

    /** What it belongs to, and who may see it. */
    public record Links(
            UnitId unit,
            Confidentiality confidentiality,
            Optional<UUID> party,
            Optional<UUID> entry,
            Optional<UUID> caseId,
            Optional<UUID> suggestedCase) {}

    /** What somebody sent along on purpose, as far as that can be told. */
    public List<Attachment> enclosed() {
        return attachments.stream().filter(part -> !part.inline() && !part.repeated()).toList();
    }

    /** Logos and pictures of signatures, to fold away. */
    public List<Attachment> repeated() {
        return attachments.stream().filter(Attachment::repeated).toList();
    }

    /**
     * The HTML with the pictures that came inside it, at the addresses that the page gives them.
     */
    public Optional<String> htmlWithPictures(Function<AttachmentId, String> address) {
        return body.html().map(html -> InlinePictures.link(html, attachments, address));
    }
}
