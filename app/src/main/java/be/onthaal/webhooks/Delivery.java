// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webhooks;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One event for one subscription.
 *
 * @param event the stable id that the receiver knows it by
 * @param number the case it is about; empty for a test
 * @param round how often it was begun; sending it again by hand begins a new one
 */
public record Delivery(
        UUID id,
        UUID subscription,
        UUID event,
        EventKind kind,
        String number,
        String payload,
        Instant happenedAt,
        State state,
        int round,
        Tried tried) {

    /** How far it is. */
    public enum State {
        WAITING,
        /** Its subscription is paused. */
        HELD,
        DELIVERED,
        /** Given up; somebody may send it again. */
        DEAD
    }

    /**
     * What came of it until now.
     *
     * @param began the first attempt of this round
     * @param status the answer of the receiver, if there was one
     * @param problem the code of what went wrong the last time
     */
    public record Tried(
            int attempts,
            Optional<Instant> began,
            Optional<Instant> last,
            Optional<Integer> status,
            Optional<String> problem) {}
}
