// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import static be.onthaal.post.internal.db.Tables.ENTRY;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.party.PartyId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pieces that were perhaps registered before: from the same sender, about the same. */
@Service
public class PostDoubles {

    private static final Duration LOOKED_BACK = Duration.ofDays(30);
    private static final int MOST = 5;

    private final DSLContext sql;
    private final Clock clock;

    PostDoubles(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Entries of the last thirty days, of the same sender and with the same subject or reference,
     * that the caller may see. Showing them must be logged by whoever shows them.
     */
    @Transactional(readOnly = true)
    public List<Alike> of(NewEntry asked) {
        Callers.require(Permission.POST_VIEW);
        Piece piece = asked.piece();
        String reference = asked.particulars().writing().theirReference().strip();
        if (piece.correspondent().isBlank() && piece.party().isEmpty()) {
            return List.of();
        }
        Condition same =
                piece.subject().isBlank()
                        ? DSL.falseCondition()
                        : ENTRY.SUBJECT_KEY.eq(key(piece.subject().strip()));
        Condition about = reference.isEmpty() ? same : same.or(ENTRY.THEIR_REFERENCE.eq(reference));
        return sql.select(ENTRY.ID, ENTRY.NUMBER, ENTRY.RECEIVED_ON, ENTRY.SUBJECT, ENTRY.PARTY_ID)
                .from(ENTRY)
                .where(ENTRY.AUTHORITY_ID.eq(Callers.current().authority().value()))
                .and(ENTRY.DIRECTION.eq(asked.direction().name()))
                .and(ENTRY.STATE.ne(RegisterEntry.EntryState.CANCELLED.name()))
                .and(ENTRY.REGISTERED_AT.ge(clock.instant().minus(LOOKED_BACK)))
                .and(sender(piece))
                .and(about)
                .orderBy(ENTRY.REGISTERED_AT.desc())
                .limit(MOST)
                .fetch(row ->
                        new Alike(
                                new EntryId(row.value1()),
                                row.value2(),
                                row.value3(),
                                row.value4(),
                                Optional.<UUID>ofNullable(row.value5()).map(PartyId::new)));
    }

    private static Condition sender(Piece piece) {
        Condition written = ENTRY.SENDER_KEY.eq(key(piece.correspondent().strip()));
        return piece.party()
                .map(party -> written.or(ENTRY.PARTY_ID.eq(party.value())))
                .orElse(written);
    }

    /** As the column has it: small letters, and not the words themselves. */
    private static Field<String> key(String words) {
        return DSL.md5(DSL.lower(DSL.val(words)));
    }
}
