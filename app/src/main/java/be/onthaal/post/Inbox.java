// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import static be.onthaal.database.Rows.of;
import static be.onthaal.post.internal.db.Tables.ENTRY;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.common.Brussels;
import be.onthaal.common.Channel;
import be.onthaal.common.Count;
import be.onthaal.common.Page;
import be.onthaal.common.PageRequest;
import be.onthaal.common.PublicNumber;
import be.onthaal.database.Part;
import be.onthaal.database.Parts;
import be.onthaal.party.PartyId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What waits, longest first, listed and counted from the index of open entries. */
@Component
class Inbox {

    /** What the inbox shows of an entry: half of what an entry holds. */
    private static final List<SelectField<?>> LINE =
            List.of(
                    ENTRY.ID,
                    ENTRY.DIRECTION,
                    ENTRY.BOOK,
                    ENTRY.YEAR,
                    ENTRY.SEQUENCE,
                    ENTRY.CHANNEL,
                    ENTRY.RECEIVED_ON,
                    ENTRY.SUBJECT,
                    ENTRY.CORRESPONDENT,
                    ENTRY.PARTY_ID,
                    ENTRY.REGISTERED_AT,
                    ENTRY.UNIT_ID,
                    ENTRY.CONFIDENTIALITY);

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
                sql.select(LINE)
                        .from(ENTRY)
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
        boolean all = caller.coordinatesAll();
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

    private static InboxLine line(Record row) {
        var direction = RegisterEntry.Direction.valueOf(of(row, ENTRY.DIRECTION));
        return new InboxLine(
                new EntryId(of(row, ENTRY.ID)),
                new PublicNumber(
                        direction.prefix() + of(row, ENTRY.BOOK),
                        of(row, ENTRY.YEAR),
                        of(row, ENTRY.SEQUENCE)),
                new Piece(
                        Channel.valueOf(of(row, ENTRY.CHANNEL)),
                        of(row, ENTRY.RECEIVED_ON),
                        of(row, ENTRY.SUBJECT),
                        of(row, ENTRY.CORRESPONDENT),
                        Optional.ofNullable(row.get(ENTRY.PARTY_ID)).map(PartyId::new)),
                of(row, ENTRY.REGISTERED_AT),
                new UnitId(of(row, ENTRY.UNIT_ID)),
                Confidentiality.of(of(row, ENTRY.CONFIDENTIALITY)));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
