// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.test.context.TestComponent;

/**
 * Somebody with the keys of the database server, who passes every rule: for tampering and plans.
 */
@TestComponent
public class AsOwner {

    private final String url;

    AsOwner(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            this.url = connection.getMetaData().getURL();
        }
    }

    public void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The first column of every row. */
    public List<String> column(String sql) {
        List<String> values = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
            return values;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The first column of every row, after statements that are taken back when it is known. */
    public List<String> columnAfter(List<String> statements, String sql) {
        List<String> values = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String before : statements) {
                statement.execute(before);
            }
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    values.add(String.valueOf(rows.getString(1)));
                }
            }
            connection.rollback();
            return values;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Connection connect() throws SQLException {
        var server = TestPostgres.server();
        return DriverManager.getConnection(url, server.superuser(), server.password());
    }
}
