// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents;

import static be.onthaal.documents.internal.db.Tables.LINK;

import be.onthaal.cases.CaseId;
import be.onthaal.cases.spi.CasePieces;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The documents that go along with a part of a case. */
@Component
class PiecesAlong implements CasePieces {

    private final DSLContext sql;
    private final DocumentLinks links;

    PiecesAlong(DSLContext sql, DocumentLinks links) {
        this.sql = sql;
        this.links = links;
    }

    @Override
    public void go(List<UUID> pieces, CaseId from, CaseId to) {
        for (UUID piece : pieces) {
            var id = new DocumentId(piece);
            links.link(id, to);
            links.unlink(id, from);
        }
    }

    /** Who sees a case sees that it holds a document. */
    @Override
    public Set<UUID> of(CaseId id) {
        return Set.copyOf(
                sql.select(LINK.DOCUMENT_ID)
                        .from(LINK)
                        .where(LINK.AUTHORITY_ID.eq(DocumentStore.authority()))
                        .and(LINK.CASE_ID.eq(id.value()))
                        .fetch(LINK.DOCUMENT_ID));
    }
}
