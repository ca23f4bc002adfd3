// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.outbox.internal;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Wakes the dispatcher of this process after a commit, so that effects need not wait for a poll.
 */
@Component
public class Nudge {

    private final Semaphore work = new Semaphore(0);

    public void afterCommit() {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        work.release();
                    }
                });
    }

    void await(long millis) throws InterruptedException {
        if (work.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            work.drainPermits();
        }
    }
}
