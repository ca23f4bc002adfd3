// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import static be.onthaal.post.internal.db.Tables.COPY;
import static be.onthaal.post.internal.db.Tables.ENTRY;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.access.UnitId;
import be.onthaal.common.Brussels;
import be.onthaal.common.Count;
import be.onthaal.common.Page;
import be.onthaal.common.PageRequest;
import be.onthaal.database.Part;
import be.onthaal.database.Parts;
import be.onthaal.post.PostFilter.Narrowing;
import be.onthaal.post.PostFilter.View;
import be.onthaal.post.RegisterEntry.EntryState;
import be.onthaal.post.internal.db.tables.records.EntryRecord;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.OrderField;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists of the post register. Authority, unit and confidentiality are in every query by the row
 * rule; the views that people work from hold the units of the caller, or all for whoever spreads
 * work.
 */
@Service
public class PostLists {

    private static final UUID NOBODY = new UUID(0, 0);
    private static final int FETCHED = 500;

    /** Beyond this a list says "more than". */
    private static final int COUNTED = 10_000;

    private final DSLContext sql;
    private final Parts parts;
    private final Clock clock;

    PostLists(DSLContext sql, Parts parts, Clock clock) {
        this.sql = sql;
        this.parts = parts;
        this.clock = clock;
    }

    /** A page of a list. Showing it must be logged by whoever shows it. */
    @Transactional(readOnly = true)
    public Page<PostLine> list(PostFilter filter, PageRequest page) {
        return parts.answer(page(filter, page));
    }

    /** A page of a list, as a part of a page. Showing it must be logged by whoever shows it. */
    public Part<Page<PostLine>> page(PostFilter filter, PageRequest page) {
        Callers.require(Permission.POST_VIEW);
        Part<List<PostLine>> rows =
                Part.all(
                        sql.selectFrom(ENTRY)
                                .where(chosen(filter))
                                .orderBy(order(filter.order()))
                                .limit(page.size())
                                .offset(page.offset()),
                        row -> new PostLine(EntryRows.read(row)));
        return rows.with(
                counted(filter),
                (lines, total) -> Page.of(page, lines, Count.upTo(COUNTED, total)));
    }

    /** These entries, as far as the caller may see them, by number. */
    @Transactional(readOnly = true)
    public List<RegisterEntry> of(Collection<EntryId> ids) {
        Callers.require(Permission.POST_VIEW);
        return sql.selectFrom(ENTRY)
                .where(ENTRY.AUTHORITY_ID.eq(authority()))
                .and(ENTRY.ID.in(ids.stream().map(EntryId::value).toList()))
                .orderBy(ENTRY.DIRECTION, ENTRY.BOOK, ENTRY.YEAR, ENTRY.SEQUENCE)
                .fetch(EntryRows::read);
    }

    /** How many entries the views hold that people work from. */
    public Part<Map<View, Long>> counts() {
        Callers.require(Permission.POST_VIEW);
        return counted(PostFilter.of(View.MINE))
                .with(
                        counted(PostFilter.of(View.TO_ASSIGN)),
                        (mine, open) -> Map.of(View.MINE, mine, View.TO_ASSIGN, open))
                .with(
                        counted(PostFilter.of(View.ASSIGNED))
                                .with(
                                        counted(PostFilter.of(View.OVERDUE)),
                                        (assigned, late) ->
                                                Map.of(
                                                        View.ASSIGNED, assigned,
                                                        View.OVERDUE, late)),
                        PostLists::both);
    }

    /**
     * Gives the entries of a list to the reader one by one, in the transaction that logs who saw
     * them.
     *
     * @return how many there were, and no more than so many
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long each(PostFilter filter, int most, Consumer<PostLine> reader) {
        Callers.require(Permission.POST_VIEW);
        long read = 0;
        try (Cursor<EntryRecord> rows =
                sql.selectFrom(ENTRY)
                        .where(chosen(filter))
                        .orderBy(order(filter.order()))
                        .limit(most)
                        .fetchSize(FETCHED)
                        .fetchLazy()) {
            for (var row : rows) {
                reader.accept(new PostLine(EntryRows.read(row)));
                read++;
            }
        }
        return read;
    }

    private Part<Long> counted(PostFilter filter) {
        return Part.count(sql.selectOne().from(ENTRY).where(chosen(filter)).limit(COUNTED + 1));
    }

    private static Map<View, Long> both(Map<View, Long> some, Map<View, Long> others) {
        Map<View, Long> all = new EnumMap<>(some);
        all.putAll(others);
        return Map.copyOf(all);
    }

    private Condition chosen(PostFilter filter) {
        Narrowing wanted = filter.narrowing();
        Condition all = ENTRY.AUTHORITY_ID.eq(authority()).and(view(filter.view()));
        all =
                wanted.direction()
                        .map(one -> ENTRY.DIRECTION.eq(one.name()))
                        .map(all::and)
                        .orElse(all);
        all = wanted.kind().map(one -> ENTRY.KIND.eq(one.name())).map(all::and).orElse(all);
        all = wanted.unit().map(one -> ENTRY.UNIT_ID.eq(one.value())).map(all::and).orElse(all);
        all =
                wanted.handler()
                        .map(one -> ENTRY.HANDLER_ID.eq(one.value()))
                        .map(all::and)
                        .orElse(all);
        all = wanted.received().from().map(ENTRY.RECEIVED_ON::ge).map(all::and).orElse(all);
        return wanted.received().until().map(ENTRY.RECEIVED_ON::le).map(all::and).orElse(all);
    }

    private Condition view(View view) {
        return switch (view) {
            case MINE -> open().and(ENTRY.UNIT_ID.in(own()).or(inCopy()));
            case TO_ASSIGN -> open().and(ENTRY.HANDLER_ID.isNull()).and(inScope());
            case ASSIGNED ->
                    open().and(ENTRY.HANDLER_ID.eq(Callers.current().employee().orElse(NOBODY)));
            case OVERDUE -> open().and(ENTRY.DUE_ON.lt(Brussels.today(clock))).and(inScope());
            case ALL -> DSL.noCondition();
        };
    }

    /** The state is written out, so that a prepared statement keeps the index of open entries. */
    private static Condition open() {
        return ENTRY.STATE.eq(DSL.inline(EntryState.OPEN.name()));
    }

    private static Condition inScope() {
        Caller caller = Callers.current();
        return caller.coordinatesAll() ? DSL.noCondition() : ENTRY.UNIT_ID.in(own());
    }

    private Condition inCopy() {
        return DSL.exists(
                sql.selectOne()
                        .from(COPY)
                        .where(COPY.AUTHORITY_ID.eq(ENTRY.AUTHORITY_ID))
                        .and(COPY.ENTRY_ID.eq(ENTRY.ID))
                        .and(COPY.UNIT_ID.in(own())));
    }

    private static Set<UUID> own() {
        return Callers.current().rights().units().stream()
                .map(UnitId::value)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<OrderField<?>> order(PostFilter.Order order) {
        return switch (order) {
            case NEWEST -> List.of(ENTRY.REGISTERED_AT.desc(), ENTRY.ID.desc());
            case OLDEST -> List.of(ENTRY.REGISTERED_AT, ENTRY.ID);
            case DUE -> List.of(ENTRY.DUE_ON.asc().nullsLast(), ENTRY.ID);
            case SENDER -> List.of(ENTRY.CORRESPONDENT, ENTRY.ID);
        };
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
