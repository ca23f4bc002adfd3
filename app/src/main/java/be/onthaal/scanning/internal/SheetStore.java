// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.scanning.internal;

import static be.onthaal.scanning.internal.db.Tables.SHEET;

import be.onthaal.access.Callers;
import be.onthaal.common.Digest;
import be.onthaal.common.NotFound;
import be.onthaal.database.Ids;
import be.onthaal.scanning.Sheet;
import be.onthaal.scanning.internal.db.tables.records.SheetRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The rows of sheets. */
@Component
public class SheetStore {

    private final DSLContext sql;

    SheetStore(DSLContext sql) {
        this.sql = sql;
    }

    /** A sheet that waits for each page; those that are there stay. */
    public void insert(UUID stack, int pages) {
        for (int number = 1; number <= pages; number++) {
            sql.insertInto(SHEET)
                    .set(SHEET.AUTHORITY_ID, authority())
                    .set(SHEET.ID, Ids.next())
                    .set(SHEET.STACK_ID, stack)
                    .set(SHEET.NUMBER, number)
                    .onConflictDoNothing()
                    .execute();
        }
    }

    /** The next sheet that nobody reads, for as long as the lease lasts. */
    public Optional<Sheet> lease(Instant now, Instant until) {
        var next =
                DSL.select(SHEET.ID)
                        .from(SHEET)
                        .where(SHEET.AUTHORITY_ID.eq(authority()))
                        .and(SHEET.STATE.eq(DSL.inline(Sheet.State.WAITING.name())))
                        .and(SHEET.LEASED_UNTIL.isNull().or(SHEET.LEASED_UNTIL.lt(now)))
                        .orderBy(SHEET.STACK_ID, SHEET.NUMBER)
                        .limit(1)
                        .forUpdate()
                        .skipLocked();
        return sql.update(SHEET)
                .set(SHEET.LEASED_UNTIL, until)
                .where(SHEET.AUTHORITY_ID.eq(authority()))
                .and(SHEET.ID.eq(DSL.field(next)))
                .returning()
                .fetchOptional(SheetStore::read);
    }

    /** Whether it was asked to be turned by somebody, and then not again by itself. */
    public boolean turnAsked(UUID id) {
        return sql.fetchExists(SHEET, is(id).and(SHEET.TURN_ASKED));
    }

    /** Writes what was found on it, once; false when somebody else did, or had it turned. */
    boolean keep(Sheet sheet, SheetReading.Result found, Instant now) {
        return sql.update(SHEET)
                        .set(SHEET.STATE, found.state().name())
                        .set(SHEET.REASON, found.reason())
                        .set(SHEET.KIND, found.kind().name())
                        .set(SHEET.TURNED, found.turned())
                        .set(SHEET.INK, found.ink())
                        .set(SHEET.CODE, found.code())
                        .set(SHEET.DOTS, Math.max(30, found.dots()))
                        .set(SHEET.TEXT, found.words().text().replace('\u0000', ' '))
                        .set(SHEET.WORDS, found.words().written().replace('\u0000', ' '))
                        .set(SHEET.PICTURE_SHA256, found.picture().map(Digest::hex).orElse(null))
                        .set(SHEET.READ_AT, now)
                        .setNull(SHEET.LEASED_UNTIL)
                        .where(is(sheet.id()))
                        .and(SHEET.STATE.eq(Sheet.State.WAITING.name()))
                        .and(SHEET.TURNED.eq(sheet.turned()))
                        .execute()
                == 1;
    }

    /** Has it read again, turned by so many degrees. */
    public void turn(UUID id, int degrees) {
        sql.update(SHEET)
                .set(SHEET.STATE, Sheet.State.WAITING.name())
                .set(SHEET.TURNED, degrees)
                .set(SHEET.TURN_ASKED, true)
                .setNull(SHEET.LEASED_UNTIL)
                .where(is(id))
                .execute();
    }

    public void give(Collection<UUID> sheets, UUID piece) {
        sql.update(SHEET)
                .set(SHEET.PIECE_ID, piece)
                .where(SHEET.AUTHORITY_ID.eq(authority()))
                .and(SHEET.ID.in(sheets))
                .execute();
    }

    public List<Sheet> ofStack(UUID stack) {
        return sql.selectFrom(SHEET)
                .where(SHEET.AUTHORITY_ID.eq(authority()))
                .and(SHEET.STACK_ID.eq(stack))
                .orderBy(SHEET.NUMBER)
                .fetch(SheetStore::read);
    }

    public List<Sheet> ofPiece(UUID piece) {
        return sql.selectFrom(SHEET)
                .where(SHEET.AUTHORITY_ID.eq(authority()))
                .and(SHEET.PIECE_ID.eq(piece))
                .orderBy(SHEET.NUMBER)
                .fetch(SheetStore::read);
    }

    /** One sheet of a piece. */
    public Sheet get(UUID piece, UUID id) {
        return sql.selectFrom(SHEET)
                .where(is(id))
                .and(SHEET.PIECE_ID.eq(piece))
                .fetchOptional(SheetStore::read)
                .orElseThrow(() -> new NotFound("scanning.sheet"));
    }

    private static Sheet read(SheetRecord row) {
        return new Sheet(
                row.getId(),
                row.getStackId(),
                row.getNumber(),
                Sheet.State.valueOf(row.getState()),
                row.getReason(),
                Sheet.Kind.valueOf(row.getKind()),
                row.getTurned(),
                row.getCode(),
                row.getDots(),
                row.getText(),
                row.getWords(),
                Optional.ofNullable(row.getPictureSha256()).map(Digest::new),
                Optional.ofNullable(row.getPieceId()));
    }

    private static Condition is(UUID id) {
        return SHEET.AUTHORITY_ID.eq(authority()).and(SHEET.ID.eq(id));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
