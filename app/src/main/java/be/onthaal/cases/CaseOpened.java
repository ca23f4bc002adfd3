// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.UnitId;
import be.onthaal.common.Channel;
import be.onthaal.common.PublicNumber;
import be.onthaal.party.PartyId;
import java.util.Optional;

/** A case was opened, in this transaction. */
public record CaseOpened(
        CaseId id, PublicNumber number, Optional<PartyId> party, UnitId unit, Channel channel) {}
