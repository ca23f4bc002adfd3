// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents;

import static be.onthaal.documents.internal.db.Tables.DOCUMENT;
import static be.onthaal.documents.internal.db.Tables.LINK;
import static be.onthaal.documents.internal.db.Tables.VERSION;

import be.onthaal.cases.CaseId;
import be.onthaal.common.Brussels;
import be.onthaal.common.Digest;
import be.onthaal.common.Kept;
import be.onthaal.database.KeptRows;
import be.onthaal.records.spi.Keeper;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * The documents of a case that is destroyed go with it, unless another case holds them or their
 * kind keeps them longer; then only the link goes.
 */
@Component
class PieceKeeper implements Keeper {

    private final DSLContext sql;
    private final Clock clock;

    PieceKeeper(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "documents";
    }

    @Override
    public Kept kept(CaseId id) {
        List<UUID> doomed = doomed(id);
        var versions =
                sql.selectFrom(VERSION)
                        .where(VERSION.AUTHORITY_ID.eq(authority()))
                        .and(VERSION.DOCUMENT_ID.in(doomed))
                        .orderBy(VERSION.ID)
                        .fetch();
        Set<Digest> files = new HashSet<>();
        versions.forEach(version -> {
            files.add(new Digest(version.getSha256()));
            if (version.getPictureSha256() != null) {
                files.add(new Digest(version.getPictureSha256()));
            }
        });
        return KeptRows.of(
                        "piece",
                        sql.selectFrom(DOCUMENT)
                                .where(DOCUMENT.AUTHORITY_ID.eq(authority()))
                                .and(DOCUMENT.ID.in(doomed))
                                .orderBy(DOCUMENT.ID)
                                .fetch())
                .and("version", versions)
                .and("holding", sql.selectFrom(LINK).where(isIn(id)).orderBy(LINK.ID).fetch())
                .kept()
                .naming(files);
    }

    @Override
    public void destroy(CaseId id) {
        List<UUID> doomed = doomed(id);
        sql.deleteFrom(LINK).where(isIn(id)).execute();
        List<UUID> gone = inNoCase(doomed);
        sql.update(DOCUMENT)
                .setNull(DOCUMENT.ANNEX_OF)
                .where(DOCUMENT.AUTHORITY_ID.eq(authority()))
                .and(DOCUMENT.ANNEX_OF.in(gone))
                .execute();
        sql.deleteFrom(DOCUMENT)
                .where(DOCUMENT.AUTHORITY_ID.eq(authority()))
                .and(DOCUMENT.ID.in(gone))
                .execute();
    }

    @Override
    public boolean names(Digest file) {
        return sql.fetchExists(
                VERSION,
                VERSION.AUTHORITY_ID
                        .eq(authority())
                        .and(
                                VERSION.SHA256
                                        .eq(file.hex())
                                        .or(VERSION.PICTURE_SHA256.eq(file.hex()))));
    }

    /** Those that nothing else keeps; until the commit nobody takes them in elsewhere. */
    private List<UUID> doomed(CaseId id) {
        Condition longer =
                DOCUMENT.KEEP_ACTION.eq("KEEP").or(DOCUMENT.KEEP_UNTIL.ge(Brussels.today(clock)));
        return sql.select(DOCUMENT.ID)
                .from(DOCUMENT)
                .where(DOCUMENT.AUTHORITY_ID.eq(authority()))
                .and(DOCUMENT.CASES.eq(1))
                .and(DSL.coalesce(DSL.field(longer), DSL.inline(false)).isFalse())
                .and(DOCUMENT.ID.in(DSL.select(LINK.DOCUMENT_ID).from(LINK).where(isIn(id))))
                .orderBy(DOCUMENT.ID)
                .forUpdate()
                .of(DOCUMENT)
                .fetch(DOCUMENT.ID);
    }

    /** Of these what no other case took in meanwhile. */
    private List<UUID> inNoCase(List<UUID> doomed) {
        return sql.select(DOCUMENT.ID)
                .from(DOCUMENT)
                .where(DOCUMENT.AUTHORITY_ID.eq(authority()))
                .and(DOCUMENT.ID.in(doomed))
                .and(DOCUMENT.CASES.eq(0))
                .forUpdate()
                .fetch(DOCUMENT.ID);
    }

    private static Condition isIn(CaseId id) {
        return LINK.AUTHORITY_ID.eq(authority()).and(LINK.CASE_ID.eq(id.value()));
    }

    private static UUID authority() {
        return DocumentStore.authority();
    }
}
