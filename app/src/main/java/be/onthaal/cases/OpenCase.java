// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.common.Channel;
import be.onthaal.party.PartyId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A case to open.
 *
 * @param confidentiality of what it came from; its type may ask more
 */
public record OpenCase(
        String typeCode,
        String subject,
        String description,
        Optional<PartyId> party,
        UnitId unit,
        Intake intake,
        Optional<Confidentiality> confidentiality) {

    /**
     * How it came to us.
     *
     * @param receivedOn the day in Brussels from which its term is reckoned
     */
    public record Intake(Channel channel, LocalDate receivedOn, Optional<Origin> origin) {}
}
