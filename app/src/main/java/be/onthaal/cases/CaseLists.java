// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import static be.onthaal.cases.internal.db.Tables.CASE_FILE;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseFilter.View;
import be.onthaal.common.Brussels;
import be.onthaal.common.Count;
import be.onthaal.common.Page;
import be.onthaal.common.PageRequest;
import be.onthaal.database.Part;
import be.onthaal.party.PartyId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The lists that people work from, and their counts, from the indexes of open cases. */
@Component
class CaseLists {

    private static final List<View> OPEN_VIEWS =
            List.of(View.MINE, View.TEAM, View.UNASSIGNED, View.OVERDUE, View.ALL_OPEN);

    private final DSLContext sql;
    private final Clock clock;

    CaseLists(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * What is open is counted to the last, in one pass for all views; what is closed only grows,
     * and is counted to a limit.
     */
    Part<CaseList> list(CaseFilter filter, PageRequest page) {
        Part<List<CaseLine>> rows = rows(filter, page);
        if (filter.view() != View.CLOSED) {
            return rows.with(
                    counts(),
                    (lines, counts) ->
                            new CaseList(
                                    Page.of(
                                            page,
                                            lines,
                                            Count.exactly(counts.getOrDefault(filter.view(), 0L))),
                                    counts));
        }
        return rows.with(closed(), (lines, total) -> Page.of(page, lines, total))
                .with(counts(), CaseList::new);
    }

    private Part<List<CaseLine>> rows(CaseFilter filter, PageRequest page) {
        return Part.all(
                sql.select(CaseRows.LINE)
                        .from(CASE_FILE)
                        .where(own().and(state(filter.view())).and(narrowed(filter.view())))
                        .orderBy(order(filter))
                        .limit(page.size())
                        .offset(page.offset()),
                CaseRows::line);
    }

    /** What is open for one customer, the newest first. */
    Part<List<CaseLine>> openOf(Collection<PartyId> profiles, int most) {
        return Part.all(
                sql.select(CaseRows.LINE)
                        .from(CASE_FILE)
                        .where(
                                own().and(
                                                CASE_FILE.PARTY_ID.in(
                                                        profiles.stream()
                                                                .map(PartyId::value)
                                                                .toList())))
                        .and(state(View.ALL_OPEN))
                        .orderBy(CASE_FILE.OPENED_AT.desc(), CASE_FILE.ID.desc())
                        .limit(most),
                CaseRows::line);
    }

    /** What somebody handles and must end after one date and by another, the first to end first. */
    Part<List<CaseLine>> handledAndDue(LocalDate after, LocalDate until) {
        return Part.all(
                sql.select(CaseRows.LINE)
                        .from(CASE_FILE)
                        .where(own().and(state(View.ALL_OPEN)))
                        .and(CASE_FILE.HANDLER_ID.isNotNull())
                        .and(runs())
                        .and(CASE_FILE.DUE_ON.gt(after))
                        .and(CASE_FILE.DUE_ON.le(until))
                        .orderBy(CASE_FILE.DUE_ON, CASE_FILE.ID),
                CaseRows::line);
    }

    Part<Map<View, Long>> counts() {
        List<SelectField<?>> columns =
                OPEN_VIEWS.stream()
                        .<SelectField<?>>map(view -> DSL.count().filterWhere(narrowed(view)))
                        .toList();
        return Part.one(
                        sql.select(columns).from(CASE_FILE).where(own().and(state(View.ALL_OPEN))),
                        CaseLists::counted)
                .then(counts -> counts.orElse(Map.of()));
    }

    private static Map<View, Long> counted(Record row) {
        Map<View, Long> counts = new EnumMap<>(View.class);
        for (int i = 0; i < OPEN_VIEWS.size(); i++) {
            counts.put(OPEN_VIEWS.get(i), row.get(i, Long.class));
        }
        return Map.copyOf(counts);
    }

    private Part<Count> closed() {
        return Part.count(
                        DSL.selectOne()
                                .from(CASE_FILE)
                                .where(own().and(state(View.CLOSED)))
                                .limit(Count.SEARCH_LIMIT + 1))
                .then(found -> Count.upTo(Count.SEARCH_LIMIT, found));
    }

    private Condition narrowed(View view) {
        Caller caller = Callers.current();
        return switch (view) {
            case MINE ->
                    caller.employee().map(CASE_FILE.HANDLER_ID::eq).orElseGet(DSL::falseCondition);
            case TEAM -> inUnits(caller);
            case UNASSIGNED -> CASE_FILE.HANDLER_ID.isNull().and(inScope(caller));
            case OVERDUE ->
                    CASE_FILE.DUE_ON.lt(Brussels.today(clock)).and(runs()).and(inScope(caller));
            case ALL_OPEN, CLOSED -> DSL.trueCondition();
        };
    }

    private static Condition inScope(Caller caller) {
        boolean all = caller.coordinatesAll();
        return all ? DSL.trueCondition() : inUnits(caller);
    }

    private static Condition inUnits(Caller caller) {
        return CASE_FILE.UNIT_ID.in(caller.rights().units().stream().map(UnitId::value).toList());
    }

    /** The state is written out, so that a prepared statement keeps the index of open cases. */
    private static Condition state(View view) {
        var closed = DSL.inline(CaseStatus.CLOSED.name());
        return view == View.CLOSED ? CASE_FILE.STATUS.eq(closed) : CASE_FILE.STATUS.ne(closed);
    }

    private static List<OrderField<?>> order(CaseFilter filter) {
        if (filter.view() == View.CLOSED) {
            return List.of(CASE_FILE.CLOSED_AT.desc(), CASE_FILE.ID.desc());
        }
        return switch (filter.sort()) {
            case DUE_FIRST -> List.of(CASE_FILE.DUE_ON, CASE_FILE.ID);
            case NEWEST_FIRST -> List.of(CASE_FILE.OPENED_AT.desc(), CASE_FILE.ID.desc());
        };
    }

    private static Condition own() {
        UUID authority = Callers.current().authority().value();
        return CASE_FILE.AUTHORITY_ID.eq(authority);
    }

    /** A term that stands still is not late. */
    private static Condition runs() {
        return CASE_FILE.STATUS.eq(CaseStatus.OPEN.name());
    }
}
