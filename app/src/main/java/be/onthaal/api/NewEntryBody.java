// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.common.Channel;
import be.onthaal.party.PartyId;
import be.onthaal.post.NewIncoming;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** A piece that came in and must be registered. */
record NewEntryBody(
        Channel channel,
        Optional<LocalDate> receivedOn,
        String subject,
        String correspondent,
        Optional<UUID> party,
        UUID unit,
        Optional<Confidentiality> confidentiality) {

    NewIncoming read(LocalDate today) {
        return new NewIncoming(
                channel,
                receivedOn.orElse(today),
                subject,
                correspondent,
                party.map(PartyId::new),
                new UnitId(unit),
                confidentiality.orElse(Confidentiality.INTERNAL),
                Optional.empty());
    }
}
