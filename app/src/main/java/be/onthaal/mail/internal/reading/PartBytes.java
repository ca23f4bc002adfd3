// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The decoded content of a part, held once and in pieces so that a large file is never copied as a
 * whole. IMMUTABLE.
 */
public final class PartBytes {

    static final PartBytes EMPTY = new PartBytes(List.of());
    private static final int SMALLEST_PIECE = 8 * 1024;
    private static final int LARGEST_PIECE = 1024 * 1024;

    private final List<byte[]> pieces;
    private final long size;

    private PartBytes(List<byte[]> pieces) {
        this.pieces = pieces;
        this.size = pieces.stream().mapToLong(piece -> piece.length).sum();
    }

    static PartBytes of(byte[] bytes) {
        return new PartBytes(List.of(bytes));
    }

    /** Reads until the end, the limit of a part or the end of the time. */
    static PartBytes read(InputStream stream, Reading reading) {
        List<byte[]> pieces = new ArrayList<>();
        long left = reading.limits().partBytes();
        int pieceSize = SMALLEST_PIECE;
        try {
            while (!reading.isOutOfTime()) {
                byte[] piece = readPiece(stream, pieceSize);
                if (piece.length > left) {
                    pieces.add(Arrays.copyOf(piece, (int) left));
                    reading.warn(MailWarning.PART_TRUNCATED);
                    break;
                }
                if (piece.length > 0) {
                    pieces.add(piece);
                }
                if (piece.length < pieceSize) {
                    break;
                }
                left -= piece.length;
                pieceSize = Math.min(pieceSize * 2, LARGEST_PIECE);
            }
        } catch (IOException e) {
            reading.warn(MailWarning.DAMAGED_PART);
        }
        return new PartBytes(pieces);
    }

    public long size() {
        return size;
    }

    public InputStream open() {
        return new SequenceInputStream(
                Collections.enumeration(pieces.stream().map(ByteArrayInputStream::new).toList()));
    }

    /** At most the given number of bytes from the beginning. */
    public byte[] head(int length) {
        byte[] head = new byte[(int) Math.min(length, size)];
        int filled = 0;
        for (byte[] piece : pieces) {
            int taken = Math.min(piece.length, head.length - filled);
            System.arraycopy(piece, 0, head, filled, taken);
            filled += taken;
        }
        return head;
    }

    private static byte[] readPiece(InputStream stream, int length) throws IOException {
        byte[] piece = new byte[length];
        int filled = 0;
        while (filled < length) {
            int got = stream.read(piece, filled, length - filled);
            if (got < 0) {
                break;
            }
            filled += got;
        }
        return filled == length ? piece : Arrays.copyOf(piece, filled);
    }
}
