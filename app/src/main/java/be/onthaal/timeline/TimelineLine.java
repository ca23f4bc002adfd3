// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.timeline;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing that happened.
 *
 * @param event stable code such as {@code mail.received}; the screen has a sentence for it
 * @param actor who did it, by the name colleagues know
 * @param ref what it leads to
 * @param summary a first line of it, for people
 */
public record TimelineLine(
        Instant at,
        String event,
        Optional<String> channel,
        String actor,
        Optional<Ref> ref,
        String summary,
        Map<String, String> detail) {

    public TimelineLine {
        detail = Map.copyOf(detail);
    }

    /** What a line leads to. */
    public record Ref(String kind, UUID id, Optional<String> number) {}
}
