// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.database;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Begins each transaction by telling PostgreSQL who is asking. */
class CallerTransactions extends JdbcTransactionManager {

    private final transient TransactionOpening opening;

    CallerTransactions(DataSource dataSource, TransactionOpening opening) {
        super(dataSource);
        this.opening = opening;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        try {
            var holder = (ConnectionHolder) TransactionSynchronizationManager.getResource(source());
            if (holder == null) {
                throw new CannotCreateTransactionException("No connection is bound");
            }
            opening.open(holder.getConnection());
        } catch (SQLException failure) {
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("The caller could not be told", failure);
        }
    }

    private DataSource source() {
        return obtainDataSource();
    }
}
