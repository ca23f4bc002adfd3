// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import static be.onthaal.cases.CaseConditions.own;
import static be.onthaal.cases.internal.db.Tables.CASE_FILE;
import static be.onthaal.cases.internal.db.Tables.TALLY;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseFilter.View;
import be.onthaal.cases.internal.db.Routines;
import be.onthaal.common.Brussels;
import be.onthaal.database.Part;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * How many cases each view of open work holds, exactly: from lines that every change of a case adds
 * in its own commit, so that a town with a hundred thousand open cases counts as fast as a small
 * one. Cases that somebody sees only because they were entrusted to him are counted beside it.
 */
@Component
class CaseTally {

    private static final List<View> VIEWS =
            List.of(View.MINE, View.TEAM, View.UNASSIGNED, View.OVERDUE, View.ALL_OPEN);

    private static final Condition OPEN = TALLY.PART.eq("HANDLER");
    private static final Condition RUNS = TALLY.PART.eq("DUE");

    private final DSLContext sql;
    private final CaseConditions conditions;
    private final Clock clock;

    CaseTally(DSLContext sql, CaseConditions conditions, Clock clock) {
        this.sql = sql;
        this.conditions = conditions;
        this.clock = clock;
    }

    /** The counts, as a part of a page. */
    Part<Map<View, Long>> counts() {
        Caller caller = Callers.current();
        List<SelectField<?>> columns =
                VIEWS.stream().<SelectField<?>>map(view -> sum(viewed(view, caller))).toList();
        Part<Map<View, Long>> tallied =
                Part.one(
                                sql.select(columns)
                                        .from(TALLY)
                                        .where(TALLY.AUTHORITY_ID.eq(caller.authority().value())),
                                CaseTally::counted)
                        .then(counts -> counts.orElse(Map.of()));
        return caller.rights().things().isEmpty()
                ? tallied
                : tallied.with(entrusted(caller), CaseTally::together);
    }

    /** Of what was entrusted and would not be seen otherwise. */
    private Part<Map<View, Long>> entrusted(Caller caller) {
        List<SelectField<?>> columns =
                VIEWS.stream()
                        .<SelectField<?>>map(
                                view -> DSL.count().filterWhere(conditions.viewed(view)))
                        .toList();
        return Part.one(
                        sql.select(columns)
                                .from(CASE_FILE)
                                .where(own().and(CaseConditions.state(View.ALL_OPEN)))
                                .and(CASE_FILE.ID.in(caller.rights().things()))
                                .and(
                                        CASE_FILE.CONFIDENTIALITY.gt(
                                                caller.rights().clearance().level()))
                                .and(CASE_FILE.UNIT_ID.notIn(units(caller))),
                        CaseTally::counted)
                .then(counts -> counts.orElse(Map.of()));
    }

    /** Adds the lines up where there are many. */
    int settle() {
        return Objects.requireNonNullElse(Routines.settleTally(sql.configuration()), 0);
    }

    private Condition viewed(View view, Caller caller) {
        return switch (view) {
            case MINE ->
                    OPEN.and(
                            caller.employee()
                                    .map(TALLY.HANDLER_ID::eq)
                                    .orElseGet(DSL::falseCondition));
            case TEAM -> OPEN.and(TALLY.UNIT_ID.in(units(caller)));
            case UNASSIGNED -> OPEN.and(TALLY.HANDLER_ID.isNull()).and(inScope(caller));
            case OVERDUE -> RUNS.and(TALLY.DUE_ON.lt(Brussels.today(clock))).and(inScope(caller));
            case ALL_OPEN -> OPEN;
            case CLOSED -> DSL.falseCondition();
        };
    }

    private static Condition inScope(Caller caller) {
        return caller.coordinatesAll() ? DSL.trueCondition() : TALLY.UNIT_ID.in(units(caller));
    }

    private static List<UUID> units(Caller caller) {
        return caller.rights().units().stream().map(UnitId::value).toList();
    }

    private static SelectField<Long> sum(Condition of) {
        return DSL.coalesce(DSL.sum(TALLY.CASES).filterWhere(of).cast(Long.class), 0L);
    }

    private static Map<View, Long> counted(Record row) {
        Map<View, Long> counts = new EnumMap<>(View.class);
        for (int i = 0; i < VIEWS.size(); i++) {
            counts.put(VIEWS.get(i), row.get(i, Long.class));
        }
        return Map.copyOf(counts);
    }

    private static Map<View, Long> together(Map<View, Long> some, Map<View, Long> others) {
        Map<View, Long> all = new EnumMap<>(View.class);
        VIEWS.forEach(
                view -> all.put(view, some.getOrDefault(view, 0L) + others.getOrDefault(view, 0L)));
        return Map.copyOf(all);
    }
}
