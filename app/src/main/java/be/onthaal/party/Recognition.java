// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import java.util.List;

/** Who is behind a mail address. */
public sealed interface Recognition {

    /** Exactly one customer has it. */
    record One(PartySummary party) implements Recognition {}

    /** Several customers share it; a person must choose. */
    record Several(List<PartySummary> parties) implements Recognition {

        public Several {
            parties = List.copyOf(parties);
        }
    }

    /** Nobody has it. */
    record Nobody() implements Recognition {}
}
