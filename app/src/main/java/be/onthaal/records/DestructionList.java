// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.records;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What is proposed for destruction: frozen when it is made. Somebody else than who made it approves
 * it, and then it is carried out.
 *
 * @param items how many cases stand on it
 * @param snapshot the SHA-256 of the list as it was made
 */
public record DestructionList(
        UUID id,
        int number,
        State state,
        LocalDate dueUntil,
        Sample sample,
        int items,
        String snapshot,
        Signed made,
        Optional<Signed> approved,
        Optional<Instant> ended) {

    /** How far it is. */
    public enum State {
        PROPOSED,
        APPROVED,
        DONE,
        WITHDRAWN
    }

    /**
     * How the sample is drawn: of the cases of a type and result, ordered by the SHA-256 of seed,
     * colon and number, the first so many percent are kept. Anybody can draw it again.
     */
    public record Sample(int percent, String seed) {}

    /** Who, and when. */
    public record Signed(Instant at, String by, UUID account) {}
}
