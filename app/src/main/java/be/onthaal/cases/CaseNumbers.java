// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.cases.internal.db.Routines;
import be.onthaal.common.Brussels;
import be.onthaal.common.PublicNumber;
import be.onthaal.database.Beside;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Gives case numbers, each once. Those who open cases at the same time do not wait for each other;
 * a number whose case was not kept is given to the next.
 */
@Component
class CaseNumbers {

    static final String PREFIX = "Z";

    private final Beside beside;

    CaseNumbers(Beside beside) {
        this.beside = beside;
    }

    /** The next number of the year it is in Brussels. */
    PublicNumber next(Instant now) {
        int year = Brussels.date(now).getYear();
        int sequence =
                beside.answer(sql ->
                        Objects.requireNonNull(Routines.nextNumber(sql.configuration(), year)));
        var number = new PublicNumber(PREFIX, year, sequence);
        TransactionSynchronizationManager.registerSynchronization(new Given(number));
        return number;
    }

    /** It turned out not to be needed: it is free when what goes on without it has ended. */
    void giveBack(PublicNumber number) {
        var given = new Given(number);
        given.undone = true;
        TransactionSynchronizationManager.registerSynchronization(given);
    }

    /**
     * What becomes of a number when the transaction that took it ends: unless its case was kept, it
     * is free. A case that was kept after all keeps it: the database looks.
     */
    private final class Given implements TransactionSynchronization {

        private final PublicNumber number;
        private boolean undone;

        Given(PublicNumber number) {
            this.number = number;
        }

        @Override
        public void savepointRollback(Object savepoint) {
            undone = true;
        }

        @Override
        public void afterCompletion(int status) {
            if (undone || status != STATUS_COMMITTED) {
                free(number);
            }
        }
    }

    private void free(PublicNumber number) {
        beside.answer(sql -> {
            Routines.returnNumber(
                    sql.configuration(), number.year(), number.sequence(), number.display());
            return number;
        });
    }
}
