// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.records.spi;

import be.onthaal.cases.CaseId;
import be.onthaal.common.Digest;
import be.onthaal.common.Kept;

/**
 * A module that keeps something of cases. A bean of this kind is asked what it keeps and then to
 * destroy it, in one transaction of the product itself; the case goes last.
 */
public interface Keeper {

    /** Stable name of it, for the record. */
    String name();

    /** What it keeps of a case now. */
    Kept kept(CaseId id);

    /** Destroys that. */
    void destroy(CaseId id);

    /** Whether something that stays still names this file, so that the file stays too. */
    default boolean names(Digest file) {
        return false;
    }
}
