// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents;

import be.onthaal.cases.CaseId;
import be.onthaal.cases.spi.CaseDocuments;
import be.onthaal.database.Part;
import be.onthaal.documents.internal.db.Tables;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Of which sorts a case holds a document; also those that whoever closes it may not read. */
@Component
class KindsOfCase implements CaseDocuments {

    private final DSLContext sql;

    KindsOfCase(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Part<Set<String>> kinds(CaseId id) {
        var kinds = Tables.KINDS_OF(id.value());
        return Part.all(sql.select(kinds.KIND).from(kinds), row -> row.value1())
                .then(codes -> Set.copyOf(codes));
    }
}
