// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents;

import be.onthaal.access.Confidentiality;
import java.util.Optional;

/**
 * A document to add.
 *
 * @param confidentiality when it must be more than that of its case or kind
 * @param annexOf the document that it is an annex of
 */
public record NewDocument(
        Document.About about,
        Optional<Confidentiality> confidentiality,
        Optional<DocumentId> annexOf) {}
