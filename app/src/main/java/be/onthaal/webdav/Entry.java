// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webdav;

import java.time.Instant;

/** What lies at a place behind an address. Immutable. */
record Entry(
        DavPath path,
        Sort sort,
        String type,
        long size,
        String etag,
        Instant madeAt,
        Instant changedAt) {

    /** What sort of thing it is. */
    enum Sort {
        /** The document itself. */
        DOCUMENT,
        /** A file that the program puts beside it for a moment. */
        SCRAP,
        FOLDER
    }

    boolean isDocument() {
        return sort == Sort.DOCUMENT;
    }

    boolean isFolder() {
        return sort == Sort.FOLDER;
    }
}
