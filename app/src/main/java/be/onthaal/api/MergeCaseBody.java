// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.cases.CaseId;
import be.onthaal.cases.CaseMerges;
import java.util.Optional;
import java.util.UUID;

/**
 * Into which case another is merged, and why.
 *
 * @param otherType true when it is meant that they are of different types
 */
record MergeCaseBody(UUID into, String reason, Optional<Boolean> otherType) {

    CaseId stays() {
        return new CaseId(into);
    }

    CaseMerges.Wish wish() {
        return new CaseMerges.Wish(reason, otherType.orElse(false));
    }
}
