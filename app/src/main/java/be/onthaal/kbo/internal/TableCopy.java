// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.kbo.internal;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows on their way into a table by COPY, in PostgreSQL's text format. */
final class TableCopy implements AutoCloseable {

    private static final int FLUSHED = 1 << 18;
    private static final int LONGEST_NUMBER = 20;

    private final CopyIn copy;
    private byte[] buffer = new byte[FLUSHED + (1 << 16)];
    private int length;
    private boolean begun;

    private TableCopy(CopyIn copy) {
        this.copy = copy;
    }

    /**
     * Opens the way.
     *
     * @param frozen true for a table that this transaction made: no later clean-up reads it again
     */
    static TableCopy into(Connection connection, String table, List<String> columns, boolean frozen)
            throws SQLException {
        String sql =
                "copy kbo.%s (%s) from stdin%s"
                        .formatted(table, String.join(", ", columns), frozen ? " (freeze)" : "");
        PGConnection target = connection.unwrap(PGConnection.class);
        return new TableCopy(target.getCopyAPI().copyIn(sql));
    }

    void number(long value) {
        digits(value, 1);
    }

    private void digits(long value, int least) {
        separate();
        room(LONGEST_NUMBER);
        int count = 1;
        for (long rest = value / 10; rest > 0; rest /= 10) {
            count++;
        }
        count = Math.max(count, least);
        long rest = value;
        for (int place = length + count - 1; place >= length; place--) {
            buffer[place] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += count;
    }

    /** A text; an empty one is no value at all (cookbook 1.5.1). */
    void text(String value) {
        if (value.isEmpty()) {
            none();
        } else {
            said(value);
        }
    }

    /** A text that may be empty. */
    void said(String value) {
        separate();
        room(value.length() * 4);
        int start = length;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= 128 || c == '\\' || c < ' ') {
                length = start;
                encoded(value);
                return;
            }
            buffer[length++] = (byte) c;
        }
    }

    /** A day given as yyyymmdd, or none; PostgreSQL reads eight digits as a day. */
    void day(long value) {
        if (value < 0) {
            none();
        } else {
            digits(value, 8);
        }
    }

    void none() {
        separate();
        room(2);
        buffer[length++] = '\\';
        buffer[length++] = 'N';
    }

    void end() throws SQLException {
        room(1);
        buffer[length++] = '\n';
        begun = false;
        if (length >= FLUSHED) {
            flush();
        }
    }

    /** Ends the copy; returns how many rows came in. */
    long finish() throws SQLException {
        flush();
        return copy.endCopy();
    }

    /** Stops a copy that did not finish, so that its transaction can be taken back. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer, 0, length);
        length = 0;
    }

    private void separate() {
        if (begun) {
            room(1);
            buffer[length++] = '\t';
        }
        begun = true;
    }

    private void encoded(String value) {
        String escaped =
                value.replace("\\", "\\\\")
                        .replace("\t", "\\t")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r");
        byte[] bytes = escaped.getBytes(StandardCharsets.UTF_8);
        room(bytes.length);
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
    }

    private void room(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
        }
    }
}
