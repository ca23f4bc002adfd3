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
    private static final String APPLICATION = "onthaal_app";

    private final Connection connection;

    private Store(Connection connection) {
        this.connection = connection;
    }

    /** The own PostgreSQL of a product that runs on this folder. */
    static Store of(Path data) throws IOException, SQLException {
        var store = new Store(connect(data, OWNER));
        store.refuseWithoutDurability();
        return store;
    }

    /** A connection of the application's own role, which passes no rule. */
    static Connection asApplication(Path data) throws IOException, SQLException {
        return connect(data, APPLICATION);
    }

    private static Connection connect(Path data, String role) throws IOException, SQLException {
        String port = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3).strip();
        String url = "jdbc:postgresql://127.0.0.1:%s/onthaal".formatted(port);
        return DriverManager.getConnection(url, role, secret(data, role));
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

    private static String secret(Path data, String role) throws IOException {
        return Files.readAllLines(data.resolve("secrets")).stream()
                .filter(line -> line.startsWith(role + "="))
                .map(line -> line.substring(role.length() + 1))
                .findFirst()
                .orElseThrow(() -> new IOException("No secret of " + role + " in " + data));
    }
}
