// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import be.onthaal.access.Confidentiality;
import be.onthaal.common.Brussels;
import be.onthaal.common.Refused;
import be.onthaal.organisation.Employee;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.organisation.Employees;
import be.onthaal.organisation.Grants;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who may become the handler of an entry: a colleague who still works here and may see it. */
@Component
class EntryAssigning {

    private final Employees employees;
    private final Grants grants;
    private final Clock clock;

    EntryAssigning(Employees employees, Grants grants, Clock clock) {
        this.employees = employees;
        this.grants = grants;
        this.clock = clock;
    }

    /** The colleague, as handler of the entry. */
    EmployeeId giving(RegisterEntry entry, EmployeeId handler) {
        Employee employee = employees.get(handler);
        if (employee.leftOn().isPresent()) {
            throw new Refused("post.handler-left", employee.name());
        }
        if (!maySee(entry, handler)) {
            throw new Refused("post.handler-may-not-see", employee.name());
        }
        return employee.id();
    }

    /** A confidential piece is seen in its unit only, so its handler must belong to it. */
    private boolean maySee(RegisterEntry entry, EmployeeId handler) {
        LocalDate today = Brussels.today(clock);
        RegisterEntry.Filing filing = entry.filing();
        return filing.confidentiality().compareTo(Confidentiality.INTERNAL) <= 0
                || grants.of(handler).stream()
                        .filter(grant -> !grant.from().isAfter(today))
                        .anyMatch(grant -> grant.unit().equals(Optional.of(filing.unit())));
    }
}
