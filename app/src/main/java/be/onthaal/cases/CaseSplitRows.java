// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import static be.onthaal.cases.internal.db.Tables.LINK;
import static be.onthaal.cases.internal.db.Tables.NOTE;
import static be.onthaal.cases.internal.db.Tables.SPLITTING;

import be.onthaal.access.Callers;
import be.onthaal.database.Ids;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Keeps which part of a case became a case of its own, and what went along. */
@Component
class CaseSplitRows {

    private final DSLContext sql;

    CaseSplitRows(DSLContext sql) {
        this.sql = sql;
    }

    /** What goes along, by id. */
    record Parts(List<UUID> notes, List<UUID> tasks, List<UUID> pieces) {

        boolean isNothing() {
            return notes.isEmpty() && tasks.isEmpty() && pieces.isEmpty();
        }
    }

    /**
     * A split that was not undone.
     *
     * @param revision of the new case when it was made
     */
    record Splitting(UUID id, CaseId from, CaseId into, Parts parts, int revision) {}

    void insert(CaseId from, CaseFile into, Parts parts, String reason, Instant now) {
        sql.insertInto(SPLITTING)
                .set(SPLITTING.AUTHORITY_ID, authority())
                .set(SPLITTING.ID, Ids.next())
                .set(SPLITTING.FROM_ID, from.value())
                .set(SPLITTING.INTO_ID, into.id().value())
                .set(SPLITTING.REASON, reason)
                .set(SPLITTING.NOTES, parts.notes().toArray(UUID[]::new))
                .set(SPLITTING.TASKS, parts.tasks().toArray(UUID[]::new))
                .set(SPLITTING.PIECES, parts.pieces().toArray(UUID[]::new))
                .set(SPLITTING.REVISION, into.progress().revision())
                .set(SPLITTING.SPLIT_AT, now)
                .set(SPLITTING.SPLIT_BY, Callers.current().name())
                .execute();
    }

    /** By which a case was made. */
    Optional<Splitting> of(CaseId into) {
        return sql.selectFrom(SPLITTING)
                .where(SPLITTING.AUTHORITY_ID.eq(authority()))
                .and(SPLITTING.INTO_ID.eq(into.value()))
                .and(SPLITTING.UNDONE_AT.isNull())
                .fetchOptional(row ->
                        new Splitting(
                                row.getId(),
                                new CaseId(row.getFromId()),
                                new CaseId(row.getIntoId()),
                                new Parts(
                                        Arrays.asList(row.getNotes()),
                                        Arrays.asList(row.getTasks()),
                                        Arrays.asList(row.getPieces())),
                                row.getRevision()));
    }

    void undone(Splitting splitting, Instant now) {
        sql.update(SPLITTING)
                .set(SPLITTING.UNDONE_AT, now)
                .set(SPLITTING.UNDONE_BY, Callers.current().name())
                .where(SPLITTING.AUTHORITY_ID.eq(authority()))
                .and(SPLITTING.ID.eq(splitting.id()))
                .execute();
    }

    /** The new case is linked with the one that it came out of. */
    void link(CaseId into, CaseId from, Instant now) {
        sql.insertInto(LINK)
                .set(LINK.AUTHORITY_ID, authority())
                .set(LINK.ID, Ids.next())
                .set(LINK.CASE_ID, into.value())
                .set(LINK.OTHER_ID, from.value())
                .set(LINK.KIND, CaseLinks.Kind.SPLIT.name())
                .set(LINK.ADDED_AT, now)
                .set(LINK.ADDED_BY, Callers.current().name())
                .execute();
    }

    /** Notes of one case stand in another from now on; how many these were. */
    int take(List<UUID> notes, CaseId from, CaseId to) {
        return sql.update(NOTE)
                .set(NOTE.CASE_ID, to.value())
                .where(NOTE.AUTHORITY_ID.eq(authority()))
                .and(NOTE.CASE_ID.eq(from.value()))
                .and(NOTE.ID.in(notes))
                .execute();
    }

    Set<UUID> notesOf(CaseId id) {
        return Set.copyOf(
                sql.select(NOTE.ID)
                        .from(NOTE)
                        .where(NOTE.AUTHORITY_ID.eq(authority()))
                        .and(NOTE.CASE_ID.eq(id.value()))
                        .fetch(NOTE.ID));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
