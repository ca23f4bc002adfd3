// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import static be.onthaal.post.internal.db.Tables.ENTRY;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.access.UnitId;
import be.onthaal.common.Brussels;
import be.onthaal.database.Part;
import be.onthaal.post.RegisterEntry.Direction;
import be.onthaal.post.RegisterEntry.EntryState;
import be.onthaal.post.internal.db.tables.Entry;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Figures of the post register, counted from its entries and never by hand. */
@Service
public class PostFigures {

    private static final double NINE_IN_TEN = 0.9;

    /** That something came in is no answer to it. */
    private static final String ACKNOWLEDGEMENT = "ACKNOWLEDGEMENT";

    private static final Entry ANSWER = ENTRY.as("answer");

    private final DSLContext sql;
    private final Clock clock;

    PostFigures(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * How fast what came in between two days was answered, per unit and kind: a part of a page. The
     * row rule leaves out what the caller may not see.
     */
    public Part<List<Turnaround>> turnaround(LocalDate from, LocalDate until) {
        Callers.require(Permission.POST_VIEW);
        LocalDate today = Brussels.today(clock);
        Field<LocalDate> answered = DSL.field(DSL.name("answered"), LocalDate.class);
        var first =
                DSL.select(DSL.min(ANSWER.RECEIVED_ON).as("answered"))
                        .from(ANSWER)
                        .where(ANSWER.AUTHORITY_ID.eq(ENTRY.AUTHORITY_ID))
                        .and(ANSWER.ANSWERS_ID.eq(ENTRY.ID))
                        .and(ANSWER.DIRECTION.eq(Direction.OUT.name()))
                        .and(ANSWER.STATE.ne(EntryState.CANCELLED.name()))
                        .and(ANSWER.SOURCE_KIND.isDistinctFrom(ACKNOWLEDGEMENT));
        Field<Integer> days = DSL.field("{0} - {1}", Integer.class, answered, ENTRY.RECEIVED_ON);
        Field<Integer> waits =
                DSL.field("{0} - {1}", Integer.class, DSL.val(today), ENTRY.RECEIVED_ON);
        return Part.all(
                sql.select(
                                ENTRY.UNIT_ID,
                                ENTRY.KIND,
                                DSL.count().as("received"),
                                DSL.count(answered).as("replied"),
                                DSL.percentileCont(0.5).withinGroupOrderBy(days).as("median"),
                                DSL.percentileCont(NINE_IN_TEN)
                                        .withinGroupOrderBy(days)
                                        .as("ninety"),
                                DSL.max(waits)
                                        .filterWhere(ENTRY.STATE.eq(EntryState.OPEN.name()))
                                        .as("longest"))
                        .from(ENTRY)
                        .leftJoin(DSL.lateral(first.asTable("first")))
                        .on(DSL.trueCondition())
                        .where(ENTRY.AUTHORITY_ID.eq(Callers.current().authority().value()))
                        .and(ENTRY.DIRECTION.eq(Direction.IN.name()))
                        .and(ENTRY.STATE.ne(EntryState.CANCELLED.name()))
                        .and(ENTRY.RECEIVED_ON.between(from, until))
                        .groupBy(ENTRY.UNIT_ID, ENTRY.KIND),
                row ->
                        new Turnaround(
                                new UnitId(row.value1()),
                                PieceKind.valueOf(row.value2()),
                                row.value3(),
                                row.value4(),
                                decimal(row.value5()),
                                decimal(row.value6()),
                                whole(row.value7())));
    }

    private static OptionalDouble decimal(@Nullable BigDecimal value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value.doubleValue());
    }

    private static OptionalInt whole(@Nullable Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
