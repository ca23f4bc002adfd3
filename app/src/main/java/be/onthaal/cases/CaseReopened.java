// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.UnitId;
import be.onthaal.common.PublicNumber;
import be.onthaal.organisation.EmployeeId;
import java.util.Optional;

/** A closed case was opened again, in this transaction. */
public record CaseReopened(
        CaseId id, PublicNumber number, UnitId unit, Optional<EmployeeId> handler) {}
