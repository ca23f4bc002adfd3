// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import static be.onthaal.cases.internal.db.Tables.CASE_FILE;
import static be.onthaal.cases.internal.db.Tables.VERSION_MOVE;

import be.onthaal.access.Callers;
import be.onthaal.database.Ids;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Keeps how a case was before it followed its type to another version. */
@Component
class CaseMoveRows {

    private final DSLContext sql;

    CaseMoveRows(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * A move, with what it takes to go back.
     *
     * @param revision that the case had after it
     * @param dropped the tasks that it dropped
     */
    record Move(
            UUID id,
            UUID from,
            String phase,
            Instant since,
            CaseFile.Filled filled,
            List<UUID> dropped,
            int revision,
            Instant at) {}

    /** The open cases of the type with another version than this, the oldest first. */
    List<CaseFile> behind(CaseType now, int most) {
        return sql.selectFrom(CASE_FILE)
                .where(CASE_FILE.AUTHORITY_ID.eq(authority()))
                .and(CASE_FILE.TYPE_CODE.eq(now.code()))
                .and(CASE_FILE.TYPE_ID.ne(now.id()))
                .and(CASE_FILE.STATUS.ne(CaseStatus.CLOSED.name()))
                .orderBy(CASE_FILE.OPENED_AT, CASE_FILE.ID)
                .limit(most)
                .fetch(CaseRows::file);
    }

    void moved(CaseFile before, CaseFile after, List<UUID> dropped) {
        sql.insertInto(VERSION_MOVE)
                .set(VERSION_MOVE.AUTHORITY_ID, authority())
                .set(VERSION_MOVE.ID, Ids.next())
                .set(VERSION_MOVE.CASE_ID, before.id().value())
                .set(VERSION_MOVE.FROM_TYPE, before.matter().typeId())
                .set(VERSION_MOVE.TO_TYPE, after.matter().typeId())
                .set(VERSION_MOVE.PHASE, before.progress().phase())
                .set(VERSION_MOVE.PHASE_SINCE, before.progress().since())
                .set(VERSION_MOVE.FIELDS, FilledText.values(before.filled()))
                .set(VERSION_MOVE.FIELD_WHYS, FilledText.whys(before.filled()))
                .set(VERSION_MOVE.DROPPED, dropped.toArray(UUID[]::new))
                .set(VERSION_MOVE.REVISION, after.progress().revision())
                .set(VERSION_MOVE.MOVED_AT, after.progress().changed().at())
                .set(VERSION_MOVE.MOVED_BY, after.progress().changed().by())
                .execute();
    }

    /** The last move of a case that was not taken back. */
    Optional<Move> last(CaseId id) {
        return sql.selectFrom(VERSION_MOVE)
                .where(VERSION_MOVE.AUTHORITY_ID.eq(authority()))
                .and(VERSION_MOVE.CASE_ID.eq(id.value()))
                .and(VERSION_MOVE.UNDONE_AT.isNull())
                .orderBy(VERSION_MOVE.MOVED_AT.desc(), VERSION_MOVE.ID.desc())
                .limit(1)
                .fetchOptional(row ->
                        new Move(
                                row.getId(),
                                row.getFromType(),
                                row.getPhase(),
                                row.getPhaseSince(),
                                FilledText.read(row.getFields(), row.getFieldWhys()),
                                Arrays.asList(row.getDropped()),
                                row.getRevision(),
                                row.getMovedAt()));
    }

    void undone(Move move, Instant now) {
        sql.update(VERSION_MOVE)
                .set(VERSION_MOVE.UNDONE_AT, now)
                .where(VERSION_MOVE.AUTHORITY_ID.eq(authority()))
                .and(VERSION_MOVE.ID.eq(move.id()))
                .execute();
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
