// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.access.Confidentiality;
import be.onthaal.documents.Document;
import be.onthaal.documents.DocumentLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** A document with its newest version. */
record DocumentItem(
        UUID id,
        String title,
        Optional<String> kind,
        Document.Direction direction,
        LocalDate dated,
        String author,
        String locale,
        Confidentiality confidentiality,
        Document.Status status,
        Optional<UUID> annexOf,
        Optional<String> lockedBy,
        Instant changedAt,
        VersionItem version) {

    static DocumentItem of(DocumentLine line) {
        Document document = line.document();
        Document.About about = document.about();
        return new DocumentItem(
                document.id().value(),
                about.title(),
                about.kind(),
                about.direction(),
                about.dated(),
                about.author(),
                about.locale(),
                document.placement().confidentiality(),
                document.status(),
                document.annexOf().map(other -> other.value()),
                document.lock().map(Document.Lock::name),
                document.progress().changed().at(),
                VersionItem.of(line.version()));
    }
}
