// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.cases.CaseSplits;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What of a case goes on as a case of its own.
 *
 * @param type the code of the type of the new case
 */
record SplitCaseBody(
        String type,
        String subject,
        String reason,
        Optional<List<UUID>> notes,
        Optional<List<UUID>> tasks,
        Optional<List<UUID>> documents) {

    CaseSplits.Wish wish() {
        return new CaseSplits.Wish(
                type,
                subject,
                reason,
                notes.orElse(List.of()),
                tasks.orElse(List.of()),
                documents.orElse(List.of()));
    }
}
