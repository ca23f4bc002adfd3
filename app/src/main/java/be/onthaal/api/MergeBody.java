// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.party.Merge;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Two customers who were found to be one. */
record MergeBody(
        UUID id,
        UUID kept,
        UUID gone,
        Merge.State state,
        By proposed,
        Optional<By> decided,
        Optional<By> undone) {

    /** Who did it, and when. */
    record By(String name, Instant at) {

        static By of(Merge.By by) {
            return new By(by.name(), by.at());
        }
    }

    static MergeBody of(Merge merge) {
        return new MergeBody(
                merge.id().value(),
                merge.kept().value(),
                merge.gone().value(),
                merge.state(),
                By.of(merge.proposed()),
                merge.decided().map(By::of),
                merge.undone().map(By::of));
    }
}
