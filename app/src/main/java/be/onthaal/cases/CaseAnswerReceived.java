// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.UnitId;
import be.onthaal.common.PublicNumber;
import be.onthaal.organisation.EmployeeId;
import java.util.Optional;
import java.util.UUID;

/** The customer wrote about a case, in this transaction. */
public record CaseAnswerReceived(
        CaseId id,
        PublicNumber number,
        String subject,
        UnitId unit,
        Optional<EmployeeId> handler,
        UUID entry) {}
