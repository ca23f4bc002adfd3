// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.common.PublicNumber;
import be.onthaal.party.PartyId;
import java.util.Optional;

/** A case ended, in this transaction. */
public record CaseClosed(
        CaseId id, PublicNumber number, Optional<PartyId> party, String resultCode) {}
