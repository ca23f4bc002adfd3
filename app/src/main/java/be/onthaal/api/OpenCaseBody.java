// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.cases.OpenCase;
import be.onthaal.common.Channel;
import be.onthaal.party.PartyId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** A case to open. */
record OpenCaseBody(
        @Schema(example = "information-question") String type,
        @Schema(example = "Een vraag over een reispas") String subject,
        Optional<String> description,
        Optional<UUID> party,
        UUID unit,
        Optional<Channel> channel,
        Optional<LocalDate> receivedOn,
        Optional<Confidentiality> confidentiality) {

    OpenCase read(LocalDate today) {
        return new OpenCase(
                type,
                subject,
                description.orElse(""),
                party.map(PartyId::new),
                new UnitId(unit),
                new OpenCase.Intake(
                        channel.orElse(Channel.WEB_FORM),
                        receivedOn.orElse(today),
                        Optional.empty()),
                confidentiality);
    }
}
