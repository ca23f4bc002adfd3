// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.access.UnitId;
import be.onthaal.cases.model.Right;
import be.onthaal.common.Refused;
import be.onthaal.organisation.EmployeeId;
import java.util.Optional;

/** Whether the caller is one of those for whom a type keeps an act. */
final class CaseRights {

    private CaseRights() {}

    static boolean may(CaseType type, Right.Act act, CaseFile.Placement placement) {
        Caller caller = Callers.current();
        if (caller.employee().isEmpty()) {
            return true;
        }
        UnitId unit = placement.unit();
        boolean own =
                placement.handler().isPresent()
                        && placement.handler().equals(caller.employee().map(EmployeeId::new));
        return switch (type.definition().holder(act)) {
            case HANDLERS -> true;
            case OWN_HANDLER -> own || caller.coordinates(unit);
            case COORDINATORS -> caller.coordinates(unit);
        };
    }

    static void require(CaseType type, Right.Act act, CaseFile.Placement placement) {
        if (!may(type, act, placement)) {
            throw new Refused("access.permission", Permission.COORDINATE);
        }
    }

    static CaseFile.Placement nobody(UnitId unit) {
        return new CaseFile.Placement(unit, Optional.empty(), "");
    }
}
