// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Begins each transaction by telling PostgreSQL who is asking.
 *
 * <p>Transactions wait here for their turn, first come first served, and not at the pool: its
 * waiting spins, and thousands of virtual threads that spin leave no processor to those that have a
 * connection.
 */
class CallerTransactions extends JdbcTransactionManager {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Whoever comes when so many wait is told at once to come back: waiting costs memory too. */
    private static final int MOST_WAITING = 200;

    private final transient TransactionOpening opening;
    private final transient Semaphore turns;

    /** The number of transactions at once stays below that of connections: others need some too. */
    CallerTransactions(DataSource dataSource, TransactionOpening opening, int atOnce) {
        super(dataSource);
        this.opening = opening;
        this.turns = new Semaphore(atOnce, true);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        awaitTurn();
        try {
            super.doBegin(transaction, definition);
        } catch (RuntimeException failure) {
            turns.release();
            throw failure;
        }
        try {
            var holder = (ConnectionHolder) TransactionSynchronizationManager.getResource(source());
            if (holder == null) {
                throw new CannotCreateTransactionException("No connection is bound");
            }
            opening.open(holder.getConnection());
        } catch (SQLException | RuntimeException failure) {
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("The caller could not be told", failure);
        }
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        try {
            super.doCleanupAfterCompletion(transaction);
        } finally {
            turns.release();
        }
    }

    private void awaitTurn() {
        try {
            boolean crowded = turns.getQueueLength() >= MOST_WAITING;
            if (crowded || !turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new CannotCreateTransactionException("Too many wait for the database");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CannotCreateTransactionException("Stopped while waiting", stopped);
        }
    }

    private DataSource source() {
        return obtainDataSource();
    }
}
