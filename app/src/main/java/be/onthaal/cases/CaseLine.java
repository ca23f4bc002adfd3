// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.common.PublicNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** A case in a list. */
public record CaseLine(
        CaseId id,
        PublicNumber number,
        String typeName,
        String subject,
        CaseFile.Customer customer,
        CaseFile.Placement placement,
        Dates dates,
        CaseStatus status) {

    /** When it began, must end and did end. */
    public record Dates(Instant openedAt, LocalDate dueOn, Optional<Instant> closedAt) {}

    public boolean overdue(LocalDate today) {
        return status == CaseStatus.OPEN && dates.dueOn().isBefore(today);
    }
}
