// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents;

import java.util.UUID;

/** The identity of a document. */
public record DocumentId(UUID value) {

    public static DocumentId of(String text) {
        return new DocumentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
