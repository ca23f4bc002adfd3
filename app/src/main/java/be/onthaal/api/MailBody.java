// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.mail.MailView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A mail that came in: its text, and what came with it. */
record MailBody(
        UUID id,
        String fromName,
        String fromAddress,
        String to,
        String subject,
        Optional<Instant> sentAt,
        Instant arrivedAt,
        String text,
        String history,
        List<Part> attachments,
        Optional<UUID> party,
        Optional<UUID> caseId) {

    /** A part, to be had at {@code /api/messages/{id}/attachments/{part}}. */
    record Part(UUID id, String name, String type, long size) {}

    static MailBody of(MailView mail) {
        MailView.Header header = mail.header();
        return new MailBody(
                mail.id().value(),
                header.fromName(),
                header.fromAddress(),
                header.to(),
                header.subject(),
                header.sentAt(),
                mail.arrival().at(),
                mail.body().newText(),
                mail.body().history(),
                mail.attachments().stream()
                        .map(part ->
                                new Part(part.id().value(), part.name(), part.type(), part.size()))
                        .toList(),
                mail.links().party(),
                mail.links().caseId());
    }
}
