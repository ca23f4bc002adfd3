// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.cases.CaseLine;
import be.onthaal.cases.CaseStatus;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.party.PartyId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** A case in a list. */
record CaseItem(
        UUID id,
        String number,
        String type,
        String subject,
        Optional<UUID> party,
        String partyName,
        UUID unit,
        Optional<UUID> handler,
        CaseStatus status,
        Instant openedAt,
        LocalDate dueOn,
        Optional<Instant> closedAt) {

    static CaseItem of(CaseLine line) {
        return new CaseItem(
                line.id().value(),
                line.number().display(),
                line.typeName(),
                line.subject(),
                line.customer().party().map(PartyId::value),
                line.customer().name(),
                line.placement().unit().value(),
                line.placement().handler().map(EmployeeId::value),
                line.status(),
                line.dates().openedAt(),
                line.dates().dueOn(),
                line.dates().closedAt());
    }
}
