// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing that one person may see beyond his units and his clearance.
 *
 * @param thing what it is, with the number by which people call it
 * @param until when it ends by itself; somebody who was named stays until he is taken off
 * @param by who gave it; in an emergency the person himself
 */
public record Entrusted(
        UUID id,
        AccountId account,
        String person,
        Thing thing,
        Way way,
        String reason,
        Instant since,
        Optional<Instant> until,
        String by,
        Optional<Review> review) {

    /** What was entrusted. */
    public record Thing(UUID id, String number) {}

    /** How somebody came to see it. */
    public enum Way {
        /** Somebody who handles it named him. */
        NAMED,
        /** He opened it himself, with a reason, and those who watch over the log were told. */
        EMERGENCY
    }

    /** What those who watch over the log found of it afterwards. */
    public record Review(Instant at, String by, boolean justified, String note) {}

    /** Somebody to entrust a thing to. */
    public record Wish(
            AccountId account,
            String person,
            Thing thing,
            Way way,
            String reason,
            Optional<Instant> until) {}
}
