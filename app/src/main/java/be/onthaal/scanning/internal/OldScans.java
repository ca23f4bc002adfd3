// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.scanning.internal;

import static be.onthaal.scanning.internal.db.Tables.PIECE;
import static be.onthaal.scanning.internal.db.Tables.SHEET;
import static be.onthaal.scanning.internal.db.Tables.STACK;

import be.onthaal.access.Callers;
import be.onthaal.common.Digest;
import be.onthaal.common.Forgetting;
import be.onthaal.documents.PostDocuments;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A month after all that was split off from a stack is settled, its file and its sheets are
 * forgotten. What was registered stays with its entry.
 */
@Component
class OldScans implements Forgetting {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int AT_ONCE = 100;

    private final DSLContext sql;
    private final PostDocuments documents;
    private final Clock clock;

    OldScans(DSLContext sql, PostDocuments documents, Clock clock) {
        this.sql = sql;
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    @Transactional
    public int forget() {
        Instant before = clock.instant().minus(KEPT);
        List<UUID> over = over(before);
        if (over.isEmpty()) {
            return 0;
        }
        Condition ofSheets = SHEET.AUTHORITY_ID.eq(authority()).and(SHEET.STACK_ID.in(over));
        Condition settled =
                PIECE.AUTHORITY_ID
                        .eq(authority())
                        .and(PIECE.STACK_ID.in(over))
                        .and(PIECE.ENTRY_ID.isNull());
        Set<String> files = new HashSet<>();
        files.addAll(sql.select(STACK.SHA256).from(STACK).where(isIn(over)).fetch(STACK.SHA256));
        files.addAll(
                sql.select(SHEET.PICTURE_SHA256)
                        .from(SHEET)
                        .where(ofSheets)
                        .fetch(SHEET.PICTURE_SHA256));
        files.addAll(
                sql.select(PIECE.PDF_SHA256).from(PIECE).where(settled).fetch(PIECE.PDF_SHA256));
        sql.deleteFrom(SHEET).where(ofSheets).execute();
        sql.deleteFrom(PIECE).where(settled).execute();
        sql.update(STACK).set(STACK.DONE_AT, clock.instant()).where(isIn(over)).execute();
        sql.deleteFrom(STACK)
                .where(isIn(over))
                .and(
                        DSL.notExists(
                                DSL.selectOne()
                                        .from(PIECE)
                                        .where(PIECE.AUTHORITY_ID.eq(STACK.AUTHORITY_ID))
                                        .and(PIECE.STACK_ID.eq(STACK.ID))))
                .execute();
        files.stream().filter(Objects::nonNull).map(Digest::new).forEach(documents::forget);
        return over.size();
    }

    private List<UUID> over(Instant before) {
        return sql.select(STACK.ID)
                .from(STACK)
                .where(STACK.AUTHORITY_ID.eq(authority()))
                .and(STACK.DONE_AT.isNull())
                .and(STACK.ADDED_AT.lt(before))
                .and(STACK.STATE.in("SPLIT", "DISCARDED"))
                .and(
                        DSL.notExists(
                                DSL.selectOne()
                                        .from(PIECE)
                                        .where(PIECE.AUTHORITY_ID.eq(STACK.AUTHORITY_ID))
                                        .and(PIECE.STACK_ID.eq(STACK.ID))
                                        .and(
                                                PIECE.STATE
                                                        .in("MAKING", "WAITING")
                                                        .or(PIECE.SETTLED_AT.ge(before)))))
                .limit(AT_ONCE)
                .forUpdate()
                .skipLocked()
                .fetch(STACK.ID);
    }

    private static Condition isIn(List<UUID> stacks) {
        return STACK.AUTHORITY_ID.eq(authority()).and(STACK.ID.in(stacks));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
