// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.stereotype.Component;

/**
 * Makes the indexes by which things are found again, while people search and write: the words
 * themselves stand in rows that commit with their source, so that only an index can be lost, or
 * grow slack. What is searched meanwhile is found by the index that is there.
 */
@Component
class IndexRebuild {

    /** Of the tables that their modules let the application maintain. */
    private static final String INDEXES =
            """
            select x.indexrelid::regclass::text
            from pg_index x
            join pg_class c on c.oid = x.indexrelid
            join pg_am a on a.oid = c.relam
            where a.amname = 'gin' and x.indisvalid and c.relname !~ '_cc(new|old)[0-9]*$'
                and has_table_privilege(x.indrelid, 'MAINTAIN')
            order by pg_relation_size(c.oid) desc, 1
            """;

    private final DataSource database;

    IndexRebuild(DataSource database) {
        this.database = database;
    }

    /** An index that is new again, and how long that took. */
    record Rebuilt(String index, Duration took) {}

    /** One index after the other; each is told as soon as it is there. */
    void run(Consumer<Rebuilt> told) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set statement_timeout = 0");
                statement.execute("set maintenance_work_mem = '256MB'");
                statement.execute("select search.drop_unfinished()");
                for (String index : indexes(statement)) {
                    long begin = System.nanoTime();
                    statement.execute("reindex index concurrently " + index);
                    told.accept(new Rebuilt(index, Duration.ofNanos(System.nanoTime() - begin)));
                }
            } finally {
                forget(connection);
            }
        } catch (SQLException failure) {
            throw new TransientDataAccessResourceException("No rebuild of search", failure);
        }
    }

    private static List<String> indexes(Statement statement) throws SQLException {
        List<String> indexes = new ArrayList<>();
        try (var rows = statement.executeQuery(INDEXES)) {
            while (rows.next()) {
                indexes.add(rows.getString(1));
            }
        }
        return indexes;
    }

    private static void forget(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("reset statement_timeout");
            statement.execute("reset maintenance_work_mem");
        }
    }
}
