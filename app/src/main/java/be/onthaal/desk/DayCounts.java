// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import static be.onthaal.desk.internal.db.Tables.CASE_STEP;

import be.onthaal.access.Callers;
import be.onthaal.cases.CaseClosed;
import be.onthaal.cases.CaseOpened;
import be.onthaal.common.Brussels;
import be.onthaal.database.Ids;
import be.onthaal.database.Part;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many cases opened and closed per day. A row per step rather than a number per day: nobody
 * waits for somebody else's commit.
 */
@Service
class DayCounts {

    private static final int SHOWN = 14;

    private final DSLContext sql;
    private final Clock clock;

    DayCounts(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void opened(CaseOpened event) {
        add("OPENED");
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void closed(CaseClosed event) {
        add("CLOSED");
    }

    /** The last fourteen days, today last. */
    Part<List<TodayPage.Day>> lastDays() {
        LocalDate today = Brussels.today(clock);
        var perStep =
                sql.select(CASE_STEP.ON_DAY, CASE_STEP.STEP, DSL.count())
                        .from(CASE_STEP)
                        .where(CASE_STEP.AUTHORITY_ID.eq(Callers.current().authority().value()))
                        .and(CASE_STEP.ON_DAY.gt(today.minusDays(SHOWN)))
                        .groupBy(CASE_STEP.ON_DAY, CASE_STEP.STEP);
        return Part.byKey(
                        perStep,
                        row -> Map.entry(new Step(row.value1(), row.value2()), row.value3()))
                .then(counted -> days(today, counted));
    }

    private record Step(LocalDate day, String step) {}

    private static List<TodayPage.Day> days(LocalDate today, Map<Step, Integer> counted) {
        return IntStream.range(0, SHOWN)
                .mapToObj(i -> today.minusDays(SHOWN - 1L - i))
                .map(day ->
                        new TodayPage.Day(
                                day,
                                counted.getOrDefault(new Step(day, "OPENED"), 0),
                                counted.getOrDefault(new Step(day, "CLOSED"), 0)))
                .toList();
    }

    private void add(String step) {
        sql.insertInto(CASE_STEP)
                .set(CASE_STEP.AUTHORITY_ID, Callers.current().authority().value())
                .set(CASE_STEP.ID, Ids.next())
                .set(CASE_STEP.ON_DAY, Brussels.today(clock))
                .set(CASE_STEP.STEP, step)
                .execute();
    }
}
