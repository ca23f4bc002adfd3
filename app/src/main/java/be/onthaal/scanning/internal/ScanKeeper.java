// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.scanning.internal;

import static be.onthaal.scanning.internal.db.Tables.PIECE;
import static be.onthaal.scanning.internal.db.Tables.SHEET;
import static be.onthaal.scanning.internal.db.Tables.STACK;

import be.onthaal.access.Callers;
import be.onthaal.cases.CaseId;
import be.onthaal.common.Digest;
import be.onthaal.common.Kept;
import be.onthaal.database.KeptRows;
import be.onthaal.records.spi.Keeper;
import be.onthaal.scanning.Scans;
import be.onthaal.search.Search;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What was scanned for a case goes with the case; that its entry came on paper stays. */
@Component
class ScanKeeper implements Keeper {

    private final DSLContext sql;
    private final Search search;

    ScanKeeper(DSLContext sql, Search search) {
        this.sql = sql;
        this.search = search;
    }

    @Override
    public String name() {
        return "scans";
    }

    @Override
    public Kept kept(CaseId id) {
        var pieces = sql.selectFrom(PIECE).where(isIn(id)).orderBy(PIECE.ID).fetch();
        var sheets =
                sql.selectFrom(SHEET)
                        .where(SHEET.AUTHORITY_ID.eq(authority()))
                        .and(SHEET.PIECE_ID.in(pieces.getValues(PIECE.ID)))
                        .orderBy(SHEET.ID)
                        .fetch();
        Set<Digest> files = new HashSet<>();
        Stream.of(
                        pieces.getValues(PIECE.PDF_SHA256).stream(),
                        pieces.getValues(PIECE.PICTURE_SHA256).stream(),
                        sheets.getValues(SHEET.PICTURE_SHA256).stream())
                .flatMap(all -> all)
                .filter(hex -> hex != null)
                .forEach(hex -> files.add(new Digest(hex)));
        return KeptRows.of("scan", pieces).and("sheet", sheets).kept().naming(files);
    }

    @Override
    public void destroy(CaseId id) {
        List<UUID> pieces = sql.select(PIECE.ID).from(PIECE).where(isIn(id)).fetch(PIECE.ID);
        sql.select(PIECE.ENTRY_ID)
                .from(PIECE)
                .where(isIn(id))
                .fetch(PIECE.ENTRY_ID)
                .forEach(entry -> search.remove(Scans.SOURCE, entry));
        sql.deleteFrom(SHEET)
                .where(SHEET.AUTHORITY_ID.eq(authority()))
                .and(SHEET.PIECE_ID.in(pieces))
                .execute();
        sql.update(PIECE)
                .set(PIECE.TEXT, "")
                .set(PIECE.SENDER, "")
                .set(PIECE.SUBJECT, "")
                .set(PIECE.REFERENCE, "")
                .setNull(PIECE.PARTY_ID)
                .setNull(PIECE.PDF_SHA256)
                .setNull(PIECE.PICTURE_SHA256)
                .setNull(PIECE.CASE_ID)
                .where(isIn(id))
                .execute();
    }

    @Override
    public boolean names(Digest file) {
        String hex = file.hex();
        return sql.fetchExists(
                        PIECE,
                        PIECE.AUTHORITY_ID
                                .eq(authority())
                                .and(PIECE.PDF_SHA256.eq(hex).or(PIECE.PICTURE_SHA256.eq(hex))))
                || sql.fetchExists(
                        SHEET, SHEET.AUTHORITY_ID.eq(authority()).and(SHEET.PICTURE_SHA256.eq(hex)))
                || sql.fetchExists(
                        STACK,
                        STACK.AUTHORITY_ID
                                .eq(authority())
                                .and(STACK.SHA256.eq(hex))
                                .and(STACK.DONE_AT.isNull()));
    }

    private static Condition isIn(CaseId id) {
        return PIECE.AUTHORITY_ID.eq(authority()).and(PIECE.CASE_ID.eq(id.value()));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
