// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.common.Page;
import java.util.Map;

/**
 * A list that people work from, and how much there is in it and in the lists beside it.
 *
 * @param counts of each view of open cases, exactly
 */
public record CaseList(Page<CaseLine> page, Map<CaseFilter.View, Long> counts) {

    public CaseList {
        counts = Map.copyOf(counts);
    }
}
