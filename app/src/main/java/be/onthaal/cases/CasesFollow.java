// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.Callers;
import be.onthaal.organisation.EmployeeLeft;
import be.onthaal.organisation.UnitSucceeded;
import be.onthaal.organisation.Units;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Open work follows a unit into its successor, and goes back to the unit when somebody leaves. */
@Component
class CasesFollow {

    private final CaseStore cases;
    private final CaseTrail trail;
    private final Units units;
    private final Clock clock;

    CasesFollow(CaseStore cases, CaseTrail trail, Units units, Clock clock) {
        this.cases = cases;
        this.trail = trail;
        this.units = units;
        this.clock = clock;
    }

    @EventListener
    void on(UnitSucceeded event) {
        String name = units.get(event.successor()).name();
        cases.follow(event.closed(), event.successor(), now())
                .forEach(file -> trail.moved(file, name));
    }

    @EventListener
    void on(EmployeeLeft event) {
        cases.leave(event.employee(), now())
                .forEach(file -> trail.inside(file, CaseTrail.Step.of("cases.released", "")));
    }

    private CaseFile.Changed now() {
        return new CaseFile.Changed(clock.instant(), Callers.current().name());
    }
}
