// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import static be.onthaal.desk.internal.db.Tables.CASE_STEP;

import be.onthaal.access.Callers;
import be.onthaal.cases.CaseClosed;
import be.onthaal.cases.CaseOpened;
import be.onthaal.common.Brussels;
import be.onthaal.database.Ids;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    @Transactional(readOnly = true)
    List<TodayPage.Day> lastDays() {
        LocalDate today = Brussels.today(clock);
        Map<LocalDate, Map<String, Integer>> counted = new HashMap<>();
        sql.select(CASE_STEP.ON_DAY, CASE_STEP.STEP, DSL.count())
                .from(CASE_STEP)
                .where(CASE_STEP.AUTHORITY_ID.eq(Callers.current().authority().value()))
                .and(CASE_STEP.ON_DAY.gt(today.minusDays(SHOWN)))
                .groupBy(CASE_STEP.ON_DAY, CASE_STEP.STEP)
                .fetch()
                .forEach(row ->
                        counted.computeIfAbsent(row.value1(), day -> new HashMap<>())
                                .put(row.value2(), row.value3()));
        List<TodayPage.Day> days = new ArrayList<>();
        for (int back = SHOWN - 1; back >= 0; back--) {
            LocalDate day = today.minusDays(back);
            Map<String, Integer> steps = counted.getOrDefault(day, Map.of());
            days.add(
                    new TodayPage.Day(
                            day, steps.getOrDefault("OPENED", 0), steps.getOrDefault("CLOSED", 0)));
        }
        return List.copyOf(days);
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
