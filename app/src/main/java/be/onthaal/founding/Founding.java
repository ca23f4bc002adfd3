// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.founding;

import be.onthaal.access.Authorities;
import be.onthaal.access.Authority;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseTypes;
import be.onthaal.organisation.Employee;
import be.onthaal.organisation.Employees;
import be.onthaal.organisation.Grants;
import be.onthaal.organisation.NewEmployee;
import be.onthaal.organisation.StandardRole;
import be.onthaal.organisation.Units;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Takes authorities in. */
@Service
public class Founding {

    private static final String SELF = "oprichting";

    private final Authorities authorities;
    private final Units units;
    private final Employees employees;
    private final Grants grants;
    private final CaseTypes types;
    private final TransactionOperations transactions;

    Founding(
            Authorities authorities,
            Units units,
            Employees employees,
            Grants grants,
            CaseTypes types,
            TransactionOperations transactions) {
        this.authorities = authorities;
        this.units = units;
        this.employees = employees;
        this.grants = grants;
        this.types = types;
        this.transactions = transactions;
    }

    /** Takes an authority in, with the standard roles and case types; gives its units by name. */
    @Transactional(propagation = Propagation.NEVER)
    public Map<String, UnitId> found(Authority authority, List<String> unitNames) {
        Callers.run(Caller.service(SELF), () -> authorities.found(authority));
        return Callers.as(
                Caller.service(SELF, authority),
                () ->
                        transactions.execute(status -> {
                            grants.standardRoles();
                            types.installStandard();
                            Map<String, UnitId> made = new LinkedHashMap<>();
                            unitNames.forEach(name ->
                                    made.put(name, units.open(name, Optional.empty()).id()));
                            return made;
                        }));
    }

    /** Takes its first administrator in. */
    @Transactional(propagation = Propagation.NEVER)
    public Employee administrator(Authority authority, NewEmployee person) {
        return Callers.as(
                Caller.service(SELF, authority),
                () ->
                        transactions.execute(status -> {
                            Employee employee = employees.hire(person);
                            grants.grant(
                                    employee.id(),
                                    StandardRole.ADMINISTRATOR.name(),
                                    Optional.empty(),
                                    Optional.empty());
                            return employee;
                        }));
    }
}
