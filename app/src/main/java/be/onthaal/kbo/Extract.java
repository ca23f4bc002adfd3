// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.kbo;

import be.onthaal.common.Message;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A file of KBO Open Data that was offered: how far it is, and what became of it.
 *
 * @param askedBy the name of who offered it
 * @param counts how many rows each table has, once it is taken
 * @param problem why it was refused
 */
public record Extract(
        UUID id,
        ExtractAbout about,
        Kept file,
        String askedBy,
        State state,
        Progress progress,
        Map<String, Long> counts,
        Optional<Message> problem,
        Instant offeredAt,
        Optional<Instant> finishedAt) {

    public Extract {
        counts = Map.copyOf(counts);
    }

    /** The file as it was kept; {@code activities} says whether activities are wanted too. */
    public record Kept(String name, long size, String sha256, boolean activities) {}

    /** Where it stands. */
    public enum State {
        LOADING,
        TAKEN,
        REFUSED
    }

    /**
     * How far it is.
     *
     * @param reading rows read in the step at hand
     */
    public record Progress(List<Step> finished, int total, long reading) {

        public Progress {
            finished = List.copyOf(finished);
        }
    }

    /** A step that is done, and how long it took. */
    public record Step(String name, long millis) {}
}
