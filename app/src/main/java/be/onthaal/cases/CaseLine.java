// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.Confidentiality;
import be.onthaal.common.Channel;
import be.onthaal.common.PublicNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** A case in a list. */
public record CaseLine(
        CaseId id,
        PublicNumber number,
        String typeName,
        String subject,
        CaseFile.Customer customer,
        CaseFile.Placement placement,
        Dates dates,
        CaseStatus status,
        Traits traits) {

    /** When it began, must end and did end. */
    public record Dates(Instant openedAt, LocalDate dueOn, Optional<Instant> closedAt) {}

    /** The version of its type and the phase it is in, how it came, and who may see it. */
    public record Traits(
            UUID typeId, String phase, Channel channel, Confidentiality confidentiality) {}

    public boolean overdue(LocalDate today) {
        return status == CaseStatus.OPEN && dates.dueOn().isBefore(today);
    }
}
