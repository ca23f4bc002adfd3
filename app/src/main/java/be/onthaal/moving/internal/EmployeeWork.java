// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal;

import be.onthaal.access.UnitId;
import be.onthaal.common.Brussels;
import be.onthaal.common.EmailAddress;
import be.onthaal.common.Refused;
import be.onthaal.moving.internal.reading.Cells;
import be.onthaal.moving.internal.reading.Sheet;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.organisation.Employees;
import be.onthaal.organisation.Grants;
import be.onthaal.organisation.NewEmployee;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Colleagues come in with their roles; one row for every role. */
@Component
class EmployeeWork implements SheetWork {

    private final Employees employees;
    private final Grants grants;
    private final Brought brought;
    private final Touched touched;
    private final Clock clock;

    EmployeeWork(
            Employees employees, Grants grants, Brought brought, Touched touched, Clock clock) {
        this.employees = employees;
        this.grants = grants;
        this.brought = brought;
        this.touched = touched;
        this.clock = clock;
    }

    @Override
    public Sheet sheet() {
        return Sheet.EMPLOYEES;
    }

    @Override
    public Line.Outcome bring(Line line, Run run) {
        if (!run.transfer().asked().mayHire()) {
            throw new Refused("moving.hire-right");
        }
        Cells cells = line.cells();
        LocalDate today = Brussels.today(clock);
        Optional<LocalDate> until = cells.date("until");
        if (until.filter(today::isAfter).isPresent()) {
            return Line.Outcome.of(Verdict.SKIPPED, "moving.employee-left");
        }
        Optional<EmployeeId> known = run.colleague(cells.required("email"));
        boolean met = known.isPresent() || run.promised(Sheet.EMPLOYEES, Line.alias(line.row()));
        EmployeeId id = known.orElseGet(() -> hire(cells));
        LocalDate from = cells.date("from").filter(day -> day.isAfter(today)).orElse(today);
        boolean granted = grant(id, cells, run, new Grants.Period(from, until));
        if (known.isPresent() && !granted) {
            return Line.Outcome.of(Verdict.SKIPPED, "moving.row-there");
        }
        if (!met) {
            run.keep(Sheet.EMPLOYEES, Line.alias(line.row()), id.value());
        }
        return Line.Outcome.of(met ? Verdict.MET : Verdict.NEW, id.value());
    }

    @Override
    public void undo(Line line, Run run) {
        UUID id = line.outcome().flatMap(Line.Outcome::ref).orElseThrow();
        touched.refuseSubject(id, run);
        employees.leave(new EmployeeId(id));
        brought.remove(Sheet.EMPLOYEES, id);
    }

    private EmployeeId hire(Cells cells) {
        String written = cells.required("email");
        EmailAddress email =
                EmailAddress.parse(written).orElseThrow(() -> new Refused("moving.email-wrong"));
        return employees
                .hire(new NewEmployee(cells.required("name"), cells.text("function"), email))
                .id();
    }

    /** True when he got a role that he did not have there. */
    private boolean grant(EmployeeId id, Cells cells, Run run, Grants.Period period) {
        Optional<String> role = cells.optional("role").map(run::role);
        Optional<UnitId> unit = cells.optional("unit").map(run::unit);
        if (period.until().filter(period.from()::isAfter).isPresent()) {
            throw new Refused("moving.period-reversed");
        }
        if (role.isEmpty() || has(id, role.get(), unit)) {
            return false;
        }
        grants.grant(id, role.get(), unit, period);
        return true;
    }

    private boolean has(EmployeeId id, String role, Optional<UnitId> unit) {
        String name = grants.roles().getOrDefault(role, role);
        return grants.of(id).stream()
                .anyMatch(grant -> grant.role().equals(name) && grant.unit().equals(unit));
    }
}
