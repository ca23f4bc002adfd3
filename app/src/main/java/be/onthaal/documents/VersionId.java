// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents;

import java.util.UUID;

/** The identity of one version of a document. */
public record VersionId(UUID value) {

    public static VersionId of(String text) {
        return new VersionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
