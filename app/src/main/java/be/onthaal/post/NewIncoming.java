// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.common.Channel;
import be.onthaal.party.PartyId;
import java.time.LocalDate;
import java.util.Optional;

/** A piece that came in and must be registered. */
public record NewIncoming(
        Channel channel,
        LocalDate receivedOn,
        String subject,
        String correspondent,
        Optional<PartyId> party,
        UnitId unit,
        Confidentiality confidentiality,
        Optional<Source> source) {}
