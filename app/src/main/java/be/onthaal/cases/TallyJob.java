// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.jobs.RecurringJob;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Keeps the tally of open cases short, however much is opened and closed in a day. */
@Component
class TallyJob implements RecurringJob {

    private static final String SELF = "zaken tellen";

    private final CaseTally tally;
    private final TransactionOperations transactions;

    TallyJob(CaseTally tally, TransactionOperations transactions) {
        this.tally = tally;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "cases-tallied";
    }

    @Override
    public Rhythm rhythm() {
        return new Rhythm.Every(Duration.ofSeconds(20));
    }

    @Override
    public void run() {
        Callers.run(
                Caller.service(SELF),
                () -> transactions.executeWithoutResult(status -> tally.settle()));
    }
}
