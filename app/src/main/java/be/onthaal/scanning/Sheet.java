// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.scanning;

import be.onthaal.common.Digest;
import java.util.Optional;
import java.util.UUID;

/**
 * One side of paper.
 *
 * @param number its place in the stack, from 1
 * @param turned by how many degrees it was turned to the right to stand upright
 * @param code what a sheet of ours says; empty on any other
 * @param dots how many points of its picture go in an inch
 * @param words the words with their places, for the text that is found
 * @param piece the piece it belongs to, if it belongs to one
 */
public record Sheet(
        UUID id,
        UUID stack,
        int number,
        State state,
        String reason,
        Kind kind,
        int turned,
        String code,
        int dots,
        String text,
        String words,
        Optional<Digest> picture,
        Optional<UUID> piece) {

    /** Whether it was read. */
    public enum State {
        WAITING,
        READ,
        UNREADABLE,
        /** Thrown away with its piece. */
        GONE
    }

    /** What stands on it. */
    public enum Kind {
        PAGE,
        BLANK,
        SEPARATOR,
        COVER
    }
}
