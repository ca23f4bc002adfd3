// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.records.internal;

import be.onthaal.cases.CaseRecords;
import be.onthaal.common.Brussels;
import be.onthaal.records.Night;
import java.time.Clock;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Computes dates again where their rule changed, and counts what should not be there. */
@Component
class NightlyLook {

    private final CaseRecords cases;
    private final Proposal proposal;
    private final Held held;
    private final NightStore nights;
    private final TransactionOperations transactions;
    private final Clock clock;

    NightlyLook(
            CaseRecords cases,
            Proposal proposal,
            Held held,
            NightStore nights,
            TransactionOperations transactions,
            Clock clock) {
        this.cases = cases;
        this.proposal = proposal;
        this.held = held;
        this.nights = nights;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Looks, as the product itself for one authority. */
    void look() {
        Integer recomputed =
                Objects.requireNonNull(transactions.execute(status -> cases.recomputeAll()));
        transactions.executeWithoutResult(status -> {
            Proposal.Due due = proposal.due(held.now(), Integer.MAX_VALUE);
            nights.write(
                    new Night(
                            Brussels.today(clock),
                            cases.undated(),
                            due.free().size(),
                            due.held(),
                            recomputed,
                            clock.instant()));
        });
    }
}
