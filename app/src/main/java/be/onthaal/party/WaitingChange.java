// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import java.time.Instant;

/**
 * A customer whom we do not have as the register does.
 *
 * @param since when it was last tried, or when he was refused or replaced
 */
public record WaitingChange(PartySummary party, Why why, Instant since) {

    /** What stands in the way. */
    public enum Why {
        /** The register told that something changed, and refuses to say what. */
        NOT_TOLD,
        /** What changed could not be kept. */
        NOT_KEPT,
        /** The register refuses to tell us what changes about him. */
        NOT_FOLLOWED,
        /** The register knows him by another number. */
        REPLACED
    }
}
