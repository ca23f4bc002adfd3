// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents.internal.reader;

import java.io.Writer;

/** Takes text until it is full. */
final class BoundedText extends Writer {

    private final int most;
    private final StringBuilder text = new StringBuilder();

    BoundedText(int most) {
        this.most = most;
    }

    /** There is no room for more. */
    static final class Full extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Full() {
            super("full", null, false, false);
        }
    }

    @Override
    public void write(char[] characters, int from, int length) {
        int room = Math.min(length, most - text.length());
        text.append(characters, from, Math.max(0, room));
        if (text.length() >= most) {
            throw new Full();
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
        return text.toString();
    }
}
