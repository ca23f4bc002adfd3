// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webdav;

import be.onthaal.documents.DocumentId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Where a program on somebody's desk opens one document and saves it.
 *
 * @param name how the file is called there
 * @param seen the version that the program has
 * @param logged the version whose opening is in the log
 */
record EditAddress(
        UUID id,
        DocumentId document,
        String name,
        Program program,
        int seen,
        int logged,
        Instant madeAt) {

    /** Where the document lies. */
    DavPath place() {
        return new DavPath(List.of(name));
    }
}
