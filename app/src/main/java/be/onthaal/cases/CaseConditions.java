// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import static be.onthaal.cases.internal.db.Tables.CASE_FILE;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseFilter.View;
import be.onthaal.cases.Narrowing.Days;
import be.onthaal.common.Brussels;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.party.PartyId;
import be.onthaal.search.Search;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What a filter of cases asks, in the words of the database. */
@Component
class CaseConditions {

    private final Search search;
    private final CaseFieldConditions fields;
    private final Clock clock;

    CaseConditions(Search search, CaseFieldConditions fields, Clock clock) {
        this.search = search;
        this.fields = fields;
        this.clock = clock;
    }

    static Condition own() {
        UUID authority = Callers.current().authority().value();
        return CASE_FILE.AUTHORITY_ID.eq(authority);
    }

    /** The state is written out, so that a prepared statement keeps the index of open cases. */
    static Condition state(View view) {
        var closed = DSL.inline(CaseStatus.CLOSED.name());
        return view == View.CLOSED ? CASE_FILE.STATUS.eq(closed) : CASE_FILE.STATUS.ne(closed);
    }

    /** A term that stands still is not late. */
    static Condition runs() {
        return CASE_FILE.STATUS.eq(CaseStatus.OPEN.name());
    }

    /** All that a filter asks. */
    Condition of(CaseFilter filter) {
        return own().and(state(filter.view()))
                .and(viewed(filter.view()))
                .and(narrowed(filter.narrowing()));
    }

    Condition viewed(View view) {
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

    private Condition narrowed(Narrowing wanted) {
        List<Condition> all = new ArrayList<>();
        any(all, CASE_FILE.TYPE_CODE, wanted.types(), code -> code);
        any(all, CASE_FILE.STATUS, wanted.progress().statuses(), Enum::name);
        any(all, CASE_FILE.PHASE, wanted.progress().phases(), phase -> phase);
        any(all, CASE_FILE.UNIT_ID, wanted.units(), UnitId::value);
        any(all, CASE_FILE.HANDLER_ID, wanted.handlers(), EmployeeId::value);
        any(all, CASE_FILE.PARTY_ID, wanted.customers(), PartyId::value);
        any(all, CASE_FILE.CHANNEL, wanted.channels(), Enum::name);
        any(all, CASE_FILE.CONFIDENTIALITY, wanted.levels(), Confidentiality::level);
        between(all, CASE_FILE.DUE_ON, wanted.due(), day -> day);
        between(all, CASE_FILE.OPENED_AT, wanted.opened(), Brussels::startOfDay);
        if (!wanted.words().isBlank()) {
            all.add(CASE_FILE.ID.in(search.refs("CASE", wanted.words())));
        }
        all.addAll(fields.of(wanted));
        return DSL.and(all);
    }

    private static <T, V> void any(
            List<Condition> all,
            Field<V> field,
            Collection<T> wanted,
            Function<? super T, ? extends V> value) {
        if (!wanted.isEmpty()) {
            all.add(field.in(wanted.stream().<V>map(value).toList()));
        }
    }

    private static <V> void between(
            List<Condition> all, Field<V> field, Days wanted, Function<LocalDate, V> begin) {
        wanted.from().ifPresent(day -> all.add(field.ge(begin.apply(day))));
        wanted.until().ifPresent(day -> all.add(field.lt(begin.apply(day.plusDays(1)))));
    }

    static List<OrderField<?>> order(CaseFilter filter) {
        return filter.view() == View.CLOSED ? closedOrder(filter.sort()) : openOrder(filter.sort());
    }

    private static List<OrderField<?>> openOrder(CaseFilter.Sort sort) {
        return switch (sort) {
            case DUE_FIRST -> up(CASE_FILE.DUE_ON);
            case DUE_LAST -> down(CASE_FILE.DUE_ON);
            case NEWEST_FIRST -> down(CASE_FILE.OPENED_AT);
            case OLDEST_FIRST -> up(CASE_FILE.OPENED_AT);
            case SUBJECT_A_Z -> up(CASE_FILE.SUBJECT);
            case SUBJECT_Z_A -> down(CASE_FILE.SUBJECT);
            case CUSTOMER_A_Z -> up(CASE_FILE.PARTY_NAME);
            case CUSTOMER_Z_A -> down(CASE_FILE.PARTY_NAME);
            case TYPE_A_Z -> up(CASE_FILE.TYPE_NAME);
            case TYPE_Z_A -> down(CASE_FILE.TYPE_NAME);
            case HANDLER_A_Z -> up(CASE_FILE.HANDLER_NAME);
            case HANDLER_Z_A -> down(CASE_FILE.HANDLER_NAME);
        };
    }

    private static List<OrderField<?>> closedOrder(CaseFilter.Sort sort) {
        return switch (sort) {
            case DUE_LAST -> up(CASE_FILE.CLOSED_AT);
            case NEWEST_FIRST -> down(CASE_FILE.OPENED_AT);
            case OLDEST_FIRST -> up(CASE_FILE.OPENED_AT);
            case DUE_FIRST,
                    SUBJECT_A_Z,
                    SUBJECT_Z_A,
                    CUSTOMER_A_Z,
                    CUSTOMER_Z_A,
                    TYPE_A_Z,
                    TYPE_Z_A,
                    HANDLER_A_Z,
                    HANDLER_Z_A ->
                    down(CASE_FILE.CLOSED_AT);
        };
    }

    private static List<OrderField<?>> up(Field<?> field) {
        return List.of(field, CASE_FILE.ID);
    }

    private static List<OrderField<?>> down(Field<?> field) {
        return List.of(field.desc(), CASE_FILE.ID.desc());
    }
}
