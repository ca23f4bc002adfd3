// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases.spi;

import be.onthaal.cases.CaseId;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Pieces of a case that go to another with a part of it, for whoever keeps them. */
public interface CasePieces {

    /**
     * Another case holds these from now on and this one no more; one that it has not is refused.
     */
    void go(List<UUID> pieces, CaseId from, CaseId to);

    /** Every piece that a case holds, those included that the caller may not read. */
    Set<UUID> of(CaseId id);
}
