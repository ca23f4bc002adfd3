// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The database of the measured product, seen by its owner: to fill it, and to check what it did.
 */
final class Store implements AutoCloseable {

    private static final String OWNER = "onthaal_owner";

    private final Connection connection;

    private Store(Connection connection) {
        this.connection = connection;
    }

    /** The own PostgreSQL of a product that runs on this folder. */
    static Store of(Path data) throws IOException, SQLException {
        String port = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3).strip();
        String url = "jdbc:postgresql://127.0.0.1:%s/onthaal".formatted(port);
        Connection connection = DriverManager.getConnection(url, OWNER, secret(data));
        var store = new Store(connection);
        store.refuseWithoutDurability();
        return store;
    }

    Connection connection() {
        return connection;
    }

    /** The first column of each row, as text. */
    List<String> column(String sql, Object... arguments) throws SQLException {
        return rows(sql, arguments).stream().map(List::getFirst).toList();
    }

    /** Rows as text. */
    List<List<String>> rows(String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            List<List<String>> rows = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                int columns = found.getMetaData().getColumnCount();
                while (found.next()) {
                    List<String> row = new ArrayList<>();
                    for (int i = 1; i <= columns; i++) {
                        String text = found.getString(i);
                        row.add(text == null ? "" : text);
                    }
                    rows.add(row);
                }
            }
            return rows;
        }
    }

    long count(String sql, Object... arguments) throws SQLException {
        return Long.parseLong(column(sql, arguments).getFirst());
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private void refuseWithoutDurability() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                try (ResultSet shown = statement.executeQuery("show " + setting)) {
                    if (!shown.next() || "off".equals(shown.getString(1))) {
                        throw new IllegalStateException(
                                "Figures without %s mean nothing".formatted(setting));
                    }
                }
            }
        }
    }

    private static String secret(Path data) throws IOException {
        return Files.readAllLines(data.resolve("secrets")).stream()
                .filter(line -> line.startsWith(OWNER + "="))
                .map(line -> line.substring(OWNER.length() + 1))
                .findFirst()
                .orElseThrow(() -> new IOException("No secret of the owner in " + data));
    }
}
