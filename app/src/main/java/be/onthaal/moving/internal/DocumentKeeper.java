// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal;

import static be.onthaal.moving.internal.db.Tables.BROUGHT;
import static be.onthaal.moving.internal.db.Tables.DOCUMENT;

import be.onthaal.access.Callers;
import be.onthaal.cases.CaseId;
import be.onthaal.common.Digest;
import be.onthaal.common.Kept;
import be.onthaal.database.KeptRows;
import be.onthaal.moving.internal.db.tables.records.DocumentRecord;
import be.onthaal.records.spi.Keeper;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Result;
import org.springframework.stereotype.Component;

/** The pieces that came along with a case go with it. */
@Component
class DocumentKeeper implements Keeper {

    private final DSLContext sql;

    DocumentKeeper(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return "moving";
    }

    @Override
    public Kept kept(CaseId id) {
        Result<DocumentRecord> documents =
                sql.selectFrom(DOCUMENT)
                        .where(DOCUMENT.AUTHORITY_ID.eq(authority()))
                        .and(DOCUMENT.CASE_ID.eq(id.value()))
                        .orderBy(DOCUMENT.ID)
                        .fetch();
        return KeptRows.of("document", documents)
                .kept()
                .naming(
                        documents.stream()
                                .map(document -> new Digest(document.getSha256()))
                                .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public void destroy(CaseId id) {
        sql.deleteFrom(DOCUMENT)
                .where(DOCUMENT.AUTHORITY_ID.eq(authority()))
                .and(DOCUMENT.CASE_ID.eq(id.value()))
                .execute();
        sql.deleteFrom(BROUGHT)
                .where(BROUGHT.AUTHORITY_ID.eq(authority()))
                .and(BROUGHT.REF.eq(id.value()))
                .execute();
    }

    @Override
    public boolean names(Digest file) {
        return sql.fetchExists(
                DOCUMENT,
                DOCUMENT.AUTHORITY_ID.eq(authority()).and(DOCUMENT.SHA256.eq(file.hex())));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
