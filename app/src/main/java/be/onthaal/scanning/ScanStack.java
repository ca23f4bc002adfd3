// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.scanning;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.common.Digest;
import java.time.Instant;
import java.util.UUID;

/**
 * A file with scanned pages, as it came.
 *
 * @param pages how many it has, once that is known
 * @param read how many of them were looked at
 * @param reason the code of why none of it could be read; empty when it could
 */
public record ScanStack(
        UUID id,
        Origin origin,
        String name,
        Digest file,
        UnitId unit,
        Confidentiality confidentiality,
        State state,
        String reason,
        int pages,
        int read,
        Instant at,
        String by) {

    /** How it came in. */
    public enum Origin {
        UPLOAD,
        FOLDER
    }

    /** Where it stands. */
    public enum State {
        WAITING,
        READING,
        SPLIT,
        REFUSED,
        DISCARDED
    }

    /** Whether it is still being read. */
    public boolean busy() {
        return state == State.WAITING || state == State.READING;
    }
}
