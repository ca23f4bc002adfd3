// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Rows that go into a table by COPY, in PostgreSQL's text format. */
final class Copy implements AutoCloseable {

    private static final int BUFFER = 1 << 20;

    private final PGCopyOutputStream out;

    /** The table with its columns, as {@code schema.table (one, two)}. */
    Copy(Connection connection, String table) throws SQLException {
        PGConnection target = connection.unwrap(PGConnection.class);
        out = new PGCopyOutputStream(target, "copy " + table + " from stdin", BUFFER);
    }

    /** One row; {@link None} is a column without a value. */
    void row(Object... values) {
        var line = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                line.append('\t');
            }
            append(line, values[i]);
        }
        try {
            out.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws SQLException {
        try {
            out.close();
        } catch (IOException failure) {
            throw new SQLException(failure);
        }
    }

    /** Marks a column without a value. */
    enum None {
        NONE
    }

    private static void append(StringBuilder line, Object value) {
        switch (value) {
            case None none -> line.append("\\N");
            case byte[] bytes -> line.append("\\\\x").append(HexFormat.of().formatHex(bytes));
            default ->
                    value.toString().chars().forEach(character -> append(line, (char) character));
        }
    }

    private static void append(StringBuilder line, char character) {
        switch (character) {
            case '\\' -> line.append("\\\\");
            case '\t' -> line.append("\\t");
            case '\n' -> line.append("\\n");
            case '\r' -> line.append("\\r");
            default -> line.append(character);
        }
    }
}
