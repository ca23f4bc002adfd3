// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.timeline.TimelineLine;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One thing that happened. */
record TimelineItem(
        Instant at,
        String event,
        Optional<String> channel,
        String actor,
        Optional<Reference> about,
        String summary) {

    /** What it leads to. */
    record Reference(String kind, UUID id, Optional<String> number) {}

    static TimelineItem of(TimelineLine line) {
        return new TimelineItem(
                line.at(),
                line.event(),
                line.channel(),
                line.actor(),
                line.ref().map(ref -> new Reference(ref.kind(), ref.id(), ref.number())),
                line.summary());
    }
}
