// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** All that an authority keeps, as files for the one who asked. */
public record Export(
        UUID id, Asked asked, State state, Contents contents, Optional<Instant> readyAt) {

    /** How long the file waits for the one who asked. */
    static final Duration KEPT = Duration.ofHours(24);

    /** Who asked for it, and when. */
    public record Asked(UUID by, String name, Instant at) {}

    /** What is in it. */
    public record Contents(int parties, int cases, int documents, long size) {}

    /** Where it stands. */
    public enum State {
        WAITING,
        READY,
        FAILED,
        GONE
    }

    /** Until when it can be fetched. */
    public Optional<Instant> until() {
        return readyAt.map(at -> at.plus(KEPT));
    }
}
