// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.common.PublicNumber;
import be.onthaal.organisation.EmployeeId;
import java.util.Optional;

/**
 * A term passed, in this transaction, and its type says that who spreads the work must know.
 *
 * @param unit whose work it is
 */
public record CaseEscalated(
        CaseId id,
        PublicNumber number,
        UnitId unit,
        Confidentiality confidentiality,
        Optional<EmployeeId> handler) {}
