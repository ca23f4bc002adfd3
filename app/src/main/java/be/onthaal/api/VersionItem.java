// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.documents.DocumentVersion;
import java.time.Instant;

/**
 * A version of a document.
 *
 * @param type what its file is by its content
 * @param problem the code of why it could not be read; empty when it was
 */
record VersionItem(
        int number,
        String fileName,
        String type,
        long size,
        String sha256,
        Instant addedAt,
        String addedBy,
        String why,
        DocumentVersion.CheckState virusCheck,
        DocumentVersion.ReadingState reading,
        String problem,
        int pages) {

    static VersionItem of(DocumentVersion version) {
        return new VersionItem(
                version.number(),
                version.file().name(),
                version.file().type(),
                version.file().size(),
                version.file().digest().hex(),
                version.added().at(),
                version.added().by(),
                version.added().why(),
                version.check().state(),
                version.reading().state(),
                version.reading().reason(),
                version.reading().pages());
    }
}
