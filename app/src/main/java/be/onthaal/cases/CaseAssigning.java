// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.Permission;
import be.onthaal.access.UnitId;
import be.onthaal.common.Brussels;
import be.onthaal.common.Conflict;
import be.onthaal.common.Refused;
import be.onthaal.organisation.Employee;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.organisation.Employees;
import be.onthaal.organisation.Grants;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who may become the handler of a case, by whose hand. */
@Component
class CaseAssigning {

    private final Employees employees;
    private final Grants grants;
    private final CaseSight sight;
    private final Clock clock;

    CaseAssigning(Employees employees, Grants grants, CaseSight sight, Clock clock) {
        this.employees = employees;
        this.grants = grants;
        this.sight = sight;
        this.clock = clock;
    }

    /** The caller as handler of a case that nobody has. */
    CaseFile.Placement taking(CaseFile file) {
        Caller caller = Callers.current();
        sight.refuseEmergency(file);
        var me =
                caller.employee()
                        .map(EmployeeId::new)
                        .orElseThrow(() -> new Refused("cases.not-an-employee"));
        boolean another = file.placement().handler().filter(now -> !now.equals(me)).isPresent();
        if (another) {
            throw new Conflict("cases.taken", file.placement().handlerName());
        }
        return new CaseFile.Placement(file.placement().unit(), Optional.of(me), caller.name());
    }

    /** A colleague as handler, put there by somebody who spreads work. */
    CaseFile.Placement giving(CaseFile file, EmployeeId handler) {
        sight.refuseEmergency(file);
        requireCoordination(file);
        Employee employee = employees.get(handler);
        if (employee.leftOn().isPresent()) {
            throw new Refused("cases.handler-left", employee.name());
        }
        if (!maySee(file, handler)) {
            throw new Refused("cases.handler-may-not-see", employee.name());
        }
        return new CaseFile.Placement(
                file.placement().unit(), Optional.of(handler), employee.name());
    }

    /** Nobody as handler; somebody else's case is only taken away by those who spread work. */
    CaseFile.Placement releasing(CaseFile file) {
        boolean mine =
                Callers.current()
                        .employee()
                        .map(EmployeeId::new)
                        .equals(file.placement().handler());
        if (!mine) {
            requireCoordination(file);
        }
        return new CaseFile.Placement(file.placement().unit(), Optional.empty(), "");
    }

    /** Who handles a case that goes on: whoever had it, unless he left. */
    CaseFile.Placement again(CaseFile.Placement before) {
        boolean gone =
                before.handler()
                        .map(handler -> employees.get(handler).leftOn().isPresent())
                        .orElse(false);
        return gone ? new CaseFile.Placement(before.unit(), Optional.empty(), "") : before;
    }

    /** Refuses to give a case to a unit by who sees it only because it was lent to him. */
    void refuseBringingHome(CaseFile file, UnitId to) {
        sight.refuseBringingHome(file, to);
    }

    private static void requireCoordination(CaseFile file) {
        if (!Callers.current().coordinates(file.placement().unit())) {
            throw new Refused("access.permission", Permission.COORDINATE);
        }
    }

    /** A confidential case is seen in its unit only, so its handler must belong to it. */
    private boolean maySee(CaseFile file, EmployeeId handler) {
        LocalDate today = Brussels.today(clock);
        return file.matter().confidentiality().compareTo(Confidentiality.INTERNAL) <= 0
                || grants.of(handler).stream()
                        .filter(grant -> !grant.from().isAfter(today))
                        .anyMatch(
                                grant -> grant.unit().equals(Optional.of(file.placement().unit())));
    }
}
