// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import java.time.Instant;

/** A merge of which something that became known since says that they are two people. */
public record Doubt(Merge merge, Why why, Instant since) {

    /** What says so, the surest first. */
    public enum Why {
        /** Each has a national number of his own. */
        TWO_NUMBERS,
        /** The register gives each another date of birth. */
        TWO_BIRTH_DATES,
        /** The matching would not propose them any more. */
        UNLIKELY
    }
}
