// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConnectionProvider;
import org.springframework.dao.TransientDataAccessResourceException;

/**
 * A short transaction of its own beside the one that runs: it commits whatever becomes of the
 * other, and what it locks is free again at once. It has connections that no other work holds, so
 * that those who wait for one never wait for each other.
 */
public final class Beside {

    private final HikariDataSource pool;
    private final TransactionOpening opening;
    private final DSLContext sql;

    Beside(HikariDataSource pool, TransactionOpening opening, DSLContext sql) {
        this.pool = pool;
        this.opening = opening;
        this.sql = sql;
    }

    /** Does this as the caller, and commits. */
    public <T> T answer(Function<? super DSLContext, T> work) {
        try (Connection connection = pool.getConnection()) {
            opening.open(connection);
            T answer =
                    work.apply(
                            DSL.using(
                                    sql.configuration()
                                            .derive(new DefaultConnectionProvider(connection))));
            connection.commit();
            return answer;
        } catch (SQLException failure) {
            throw new TransientDataAccessResourceException("No transaction beside", failure);
        }
    }
}
