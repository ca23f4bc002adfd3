// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.kbo.internal.reading;

import be.onthaal.common.Refused;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;

/**
 * Reads comma-separated values between double quotes, a line at a time. Our own and not a library's
 * because a quote that is never closed must not fill the memory, and every refusal names its line.
 */
final class CsvReader {

    private static final int LONGEST_CELL = 2_000;
    private static final int MOST_CELLS = 32;
    private static final int END = -1;

    private final Reader reader;
    private final String file;
    private final char[] buffer = new char[1 << 16];
    private final char[] cell = new char[LONGEST_CELL];
    private final String[] cells = new String[MOST_CELLS];
    private int at;
    private int filled;
    private int length;
    private int size;
    private int line;
    private int next = 1;

    CsvReader(Reader reader, String file) {
        this.reader = reader;
        this.file = file;
    }

    /** Takes the next line that says something; false at the end of the file. */
    boolean next() {
        do {
            line = next;
            if (peek() == END) {
                return false;
            }
            row();
        } while (size == 1 && cells[0].isEmpty());
        return true;
    }

    /** The line at which the row begins; the header is line 1. */
    int line() {
        return line;
    }

    int size() {
        return size;
    }

    /** A cell of the row; empty when there is nothing in it. */
    String cell(int index) {
        return cells[index];
    }

    Refused refused(String code) {
        return new Refused(code, file, line);
    }

    private void row() {
        size = 0;
        boolean more = true;
        while (more) {
            if (size == MOST_CELLS) {
                throw refused("kbo.cells");
            }
            length = 0;
            int end = peek() == '"' ? quoted() : plain();
            cells[size++] = length == 0 ? "" : new String(cell, 0, length);
            more = end == ',';
        }
    }

    /** Reads up to the comma or the end of the line, which it returns. */
    private int plain() {
        int c = take();
        while (c != ',' && c != '\n' && c != END) {
            if (c == '"') {
                throw refused("kbo.quote");
            }
            if (c != '\r' || peek() != '\n') {
                add(c);
            }
            c = take();
        }
        return c;
    }

    private int quoted() {
        take();
        while (true) {
            int c = take();
            if (c == END) {
                throw refused("kbo.cut-off");
            }
            if (c != '"') {
                add(c);
            } else if (peek() == '"') {
                add(take());
            } else {
                break;
            }
        }
        int end = take();
        if (end == '\r') {
            end = take();
        }
        if (end != ',' && end != '\n' && end != END) {
            throw refused("kbo.quote");
        }
        return end;
    }

    private void add(int c) {
        if (length == LONGEST_CELL) {
            throw refused("kbo.too-long");
        }
        if (c == 0) {
            throw refused("kbo.nul");
        }
        cell[length++] = (char) c;
    }

    private int take() {
        int c = peek();
        at++;
        if (c == '\n') {
            next++;
        }
        return c;
    }

    private int peek() {
        if (at >= filled) {
            fill();
        }
        return filled <= 0 ? END : buffer[at];
    }

    private void fill() {
        try {
            filled = reader.read(buffer);
            at = 0;
        } catch (CharacterCodingException foreign) {
            throw new Refused("kbo.encoding", file, next);
        } catch (IOException broken) {
            throw new Refused("kbo.zip-cut", file, next);
        }
    }
}
