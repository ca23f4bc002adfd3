// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.documents.Document;
import be.onthaal.documents.DocumentVersion;
import java.util.List;

/** Two versions of a document beside each other. */
public record ComparedPage(
        Document document,
        DocumentVersion older,
        DocumentVersion newer,
        List<WordDifference.Piece> pieces) {

    /** Whether the words of both are the same. */
    public boolean same() {
        return pieces.stream().allMatch(piece -> piece.kind() == WordDifference.Kind.SAME);
    }
}
