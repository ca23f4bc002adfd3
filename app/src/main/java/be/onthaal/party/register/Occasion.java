// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.register;

import be.onthaal.access.Caller;
import be.onthaal.access.Purpose;
import java.util.Optional;
import java.util.UUID;

/**
 * Why a source is asked; goes into the log before anything is shown.
 *
 * @param party the customer it is about, where he is known here
 * @param caseFile the case in which it is needed
 */
public record Occasion(Purpose purpose, Optional<UUID> party, Optional<UUID> caseFile) {

    /** For the purpose that the caller works under. */
    public static Occasion of(Caller caller) {
        return new Occasion(caller.purpose(), Optional.empty(), Optional.empty());
    }

    public Occasion about(UUID customer) {
        return new Occasion(purpose, Optional.of(customer), caseFile);
    }

    /** In a case, which then is the purpose. */
    public Occasion in(UUID caseId) {
        return new Occasion(Purpose.CASE, party, Optional.of(caseId));
    }
}
