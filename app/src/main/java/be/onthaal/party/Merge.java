// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import java.time.Instant;
import java.util.Optional;

/**
 * Two profiles were found to be one customer. An event that can be taken back: nothing is
 * rewritten.
 *
 * @param kept the profile under which both are read
 * @param gone the profile that is read under the other
 * @param evidence how sure it was when it was decided, for whoever looks later
 */
public record Merge(
        MergeId id,
        PartyId kept,
        PartyId gone,
        State state,
        String reason,
        String evidence,
        By proposed,
        Optional<By> decided,
        Optional<By> undone) {

    /** How far it is. */
    public enum State {
        /** Waits for a second colleague, since another authority of the group knows one of them. */
        PROPOSED,
        MERGED,
        /** The second colleague did not agree. */
        REFUSED,
        /** Taken back; both are themselves again. */
        UNDONE
    }

    /** Who did something, and when. */
    public record By(String name, Instant at) {}
}
