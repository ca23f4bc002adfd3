// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.database;

import java.sql.Connection;
import java.sql.SQLException;

/** What is told to PostgreSQL at the start of every transaction: who is asking, for whom. */
@FunctionalInterface
public interface TransactionOpening {

    void open(Connection connection) throws SQLException;
}
