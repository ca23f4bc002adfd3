// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import static be.onthaal.cases.CaseConditions.own;
import static be.onthaal.cases.CaseConditions.runs;
import static be.onthaal.cases.CaseConditions.state;
import static be.onthaal.cases.internal.db.Tables.CASE_FILE;

import be.onthaal.cases.CaseFilter.View;
import be.onthaal.common.Count;
import be.onthaal.common.Page;
import be.onthaal.common.PageRequest;
import be.onthaal.database.Part;
import be.onthaal.party.PartyId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The lists that people work from, from the indexes of open cases, with their counts. */
@Component
class CaseLists {

    private static final int AT_ONCE = 500;

    private final DSLContext sql;
    private final CaseConditions conditions;
    private final CaseTally tally;

    CaseLists(DSLContext sql, CaseConditions conditions, CaseTally tally) {
        this.sql = sql;
        this.conditions = conditions;
        this.tally = tally;
    }

    /**
     * What is open is counted to the last, from the tally; what is closed only grows, and is
     * counted to a limit, as is what somebody chose from a list.
     */
    Part<CaseList> list(CaseFilter filter, PageRequest page) {
        Part<List<CaseLine>> rows = rows(filter, page);
        if (filter.view() != View.CLOSED && filter.narrowing().isNone()) {
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
        return rows.with(limited(filter), (lines, total) -> Page.of(page, lines, total))
                .with(counts(), CaseList::new);
    }

    /**
     * Gives every case of a list to the reader, as they come from the database and never all at
     * once.
     *
     * @return how many there were, at most so many
     */
    long each(CaseFilter filter, int most, Consumer<CaseLine> reader) {
        long count = 0;
        try (Cursor<Record> rows =
                sql.select(CaseRows.LINE)
                        .from(CASE_FILE)
                        .where(conditions.of(filter))
                        .orderBy(CaseConditions.order(filter))
                        .limit(most)
                        .fetchSize(AT_ONCE)
                        .fetchLazy()) {
            for (Record row : rows) {
                reader.accept(CaseRows.line(row));
                count++;
            }
        }
        return count;
    }

    private Part<List<CaseLine>> rows(CaseFilter filter, PageRequest page) {
        return Part.all(
                sql.select(CaseRows.LINE)
                        .from(CASE_FILE)
                        .where(conditions.of(filter))
                        .orderBy(CaseConditions.order(filter))
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
        return tally.counts();
    }

    private Part<Count> limited(CaseFilter filter) {
        return Part.count(
                        DSL.selectOne()
                                .from(CASE_FILE)
                                .where(conditions.of(filter))
                                .limit(Count.SEARCH_LIMIT + 1))
                .then(found -> Count.upTo(Count.SEARCH_LIMIT, found));
    }
}
