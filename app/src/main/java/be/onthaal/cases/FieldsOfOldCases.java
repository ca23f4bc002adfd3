// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.Authorities;
import be.onthaal.access.Authority;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.cases.internal.db.Routines;
import be.onthaal.jobs.RecurringJob;
import java.time.Duration;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes cases that were filled in before found by a field that became searchable since, some at a
 * time, so that publishing a type waits for none of them.
 */
@Component
class FieldsOfOldCases implements RecurringJob {

    private static final Logger log = LoggerFactory.getLogger(FieldsOfOldCases.class);
    private static final String SELF = "zaken";
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final int AT_ONCE = 200;
    private static final int MOST_TIMES = 200;
    private static final Duration SHORTEST_REST = Duration.ofMillis(200);

    private final Authorities authorities;
    private final DSLContext sql;
    private final TransactionOperations transactions;
    private final Batches batches;

    @Autowired
    FieldsOfOldCases(Authorities authorities, DSLContext sql, TransactionOperations transactions) {
        this(authorities, sql, transactions, new Batches(AT_ONCE, FieldsOfOldCases::sleep));
    }

    FieldsOfOldCases(
            Authorities authorities,
            DSLContext sql,
            TransactionOperations transactions,
            Batches batches) {
        this.authorities = authorities;
        this.sql = sql;
        this.transactions = transactions;
        this.batches = batches;
    }

    /**
     * In what portions it works.
     *
     * @param rest what it does between two of them, so that others get their turn
     */
    record Batches(int atOnce, Consumer<Duration> rest) {}

    @Override
    public String name() {
        return "case-fields";
    }

    @Override
    public Rhythm rhythm() {
        return new Rhythm.Every(PAUSE);
    }

    @Override
    public void run() {
        for (Authority authority : Callers.as(Caller.service(SELF), authorities::list)) {
            try {
                Callers.run(Caller.service(SELF, authority), this::fill);
            } catch (RuntimeException failure) {
                log.warn(
                        "Older cases of {} are not found by their fields yet: {}",
                        authority.slug(),
                        failure.getClass().getSimpleName());
            }
        }
    }

    private void fill() {
        boolean more = true;
        for (int i = 0; more && i < MOST_TIMES; i++) {
            long begun = System.nanoTime();
            more =
                    Boolean.TRUE.equals(
                            transactions.execute(status ->
                                    Routines.fillValues(sql.configuration(), batches.atOnce())));
            if (more) {
                batches.rest().accept(restAfter(Duration.ofNanos(System.nanoTime() - begun)));
            }
        }
    }

    /** As long as the work took, so that half of a core stays free, and not too short. */
    static Duration restAfter(Duration work) {
        return work.compareTo(SHORTEST_REST) < 0 ? SHORTEST_REST : work;
    }

    private static void sleep(Duration rest) {
        try {
            Thread.sleep(rest);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped between two portions", stopped);
        }
    }
}
