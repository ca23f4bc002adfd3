// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.records.spi;

import be.onthaal.cases.CaseId;

/** What may not be destroyed, for who keeps something of cases and would let it go. */
public interface LegalHolds {

    /**
     * Whether a hold keeps this case, by itself, its type or its customer; until the end of the
     * transaction nobody places another one.
     */
    boolean keeps(CaseId id);
}
