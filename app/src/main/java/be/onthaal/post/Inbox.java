// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import static be.onthaal.post.internal.db.Tables.ENTRY;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.Permission;
import be.onthaal.access.UnitId;
import be.onthaal.common.Brussels;
import be.onthaal.common.Count;
import be.onthaal.common.Page;
import be.onthaal.common.PageRequest;
import be.onthaal.common.PublicNumber;
import be.onthaal.database.Part;
import be.onthaal.database.Parts;
import be.onthaal.post.internal.db.tables.records.EntryRecord;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What waits, longest first, listed and counted from the index of open entries. */
@Component
class Inbox {

    private final DSLContext sql;
    private final Parts parts;
    private final Clock clock;

    Inbox(DSLContext sql, Parts parts, Clock clock) {
        this.sql = sql;
        this.parts = parts;
        this.clock = clock;
    }

    <T> T answer(Part<T> part) {
        return parts.answer(part);
    }

    Part<Page<InboxLine>> page(InboxFilter filter, PageRequest page) {
        return lines(filter, page)
                .with(count(filter), (rows, total) -> Page.of(page, rows, Count.exactly(total)));
    }

    private Part<List<InboxLine>> lines(InboxFilter filter, PageRequest page) {
        return Part.all(
                sql.selectFrom(ENTRY)
                        .where(waiting(filter))
                        .orderBy(ENTRY.REGISTERED_AT, ENTRY.ID)
                        .limit(page.size())
                        .offset(page.offset()),
                Inbox::line);
    }

    private Part<Long> count(InboxFilter filter) {
        return Part.count(sql.selectOne().from(ENTRY).where(waiting(filter)));
    }

    Part<Map<UnitId, Long>> openPerUnit() {
        return Part.byKey(
                sql.select(ENTRY.UNIT_ID, DSL.count())
                        .from(ENTRY)
                        .where(open())
                        .groupBy(ENTRY.UNIT_ID),
                row -> Map.entry(new UnitId(row.value1()), row.value2().longValue()));
    }

    Part<Long> registeredToday() {
        return Part.count(
                sql.selectOne()
                        .from(ENTRY)
                        .where(ENTRY.AUTHORITY_ID.eq(authority()))
                        .and(ENTRY.DIRECTION.eq(RegisterEntry.Direction.IN.name()))
                        .and(ENTRY.REGISTERED_AT.ge(Brussels.startOfDay(Brussels.today(clock)))));
    }

    private static Condition waiting(InboxFilter filter) {
        return open().and(inScope(filter.units()));
    }

    /** The state is written out, so that a prepared statement keeps the index of open entries. */
    private static Condition open() {
        return ENTRY.AUTHORITY_ID
                .eq(authority())
                .and(ENTRY.STATE.eq(DSL.inline(RegisterEntry.EntryState.OPEN.name())));
    }

    private static Condition inScope(Set<UnitId> asked) {
        Caller caller = Callers.current();
        boolean all = caller.may(Permission.COORDINATE) || caller.kind() == Caller.Kind.SERVICE;
        if (all && asked.isEmpty()) {
            return DSL.noCondition();
        }
        Set<UnitId> own = caller.rights().units();
        Set<UUID> units =
                (asked.isEmpty() ? own : asked)
                        .stream()
                                .filter(unit -> all || own.contains(unit))
                                .map(UnitId::value)
                                .collect(Collectors.toSet());
        return ENTRY.UNIT_ID.in(units);
    }

    private static InboxLine line(EntryRecord row) {
        var direction = RegisterEntry.Direction.valueOf(row.getDirection());
        return new InboxLine(
                new EntryId(row.getId()),
                new PublicNumber(direction.prefix(), row.getYear(), row.getSequence()),
                EntryStore.piece(row),
                row.getRegisteredAt(),
                new UnitId(row.getUnitId()),
                Confidentiality.of(row.getConfidentiality()));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
