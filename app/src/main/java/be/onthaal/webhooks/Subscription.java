// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webhooks;

import be.onthaal.access.Confidentiality;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A program elsewhere that is told of events. */
public record Subscription(UUID id, Wish wish, State state, Health health, Made made) {

    /** Whether it is told. */
    public enum State {
        ACTIVE,
        /** Events are kept for it, and sent when it goes on. */
        PAUSED,
        ENDED
    }

    /**
     * What is asked.
     *
     * @param clearance how confidential the cases may be of which it is told
     */
    public record Wish(String name, URI address, Set<EventKind> kinds, Confidentiality clearance) {

        public Wish {
            kinds = Set.copyOf(kinds);
        }
    }

    /** How the receiver fares. */
    public record Health(
            Optional<String> pausedWhy,
            int failures,
            Optional<Instant> failingSince,
            Optional<Instant> nextTryAt) {}

    /** By whom it was made. */
    public record Made(Instant at, String by) {}

    /** Whether it is told of an event of this kind in a case as confidential as this. */
    public boolean hears(EventKind kind, Confidentiality level) {
        return wish.kinds().contains(kind) && level.compareTo(wish.clearance()) <= 0;
    }
}
