// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.access.Confidentiality;
import be.onthaal.documents.Document;
import java.time.LocalDate;
import java.util.Optional;

/** What a document is, said anew. */
record DescribeDocumentBody(
        String title,
        Optional<String> kind,
        Optional<Document.Direction> direction,
        LocalDate dated,
        Optional<String> author,
        Optional<String> locale,
        Confidentiality confidentiality) {

    Document.About about() {
        return new Document.About(
                title,
                kind,
                direction.orElse(Document.Direction.INTERNAL),
                dated,
                author.orElse(""),
                locale.orElse("nl"));
    }
}
