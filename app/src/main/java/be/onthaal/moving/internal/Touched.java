// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal;

import be.onthaal.audit.Audit;
import be.onthaal.common.Refused;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Knows from the log whether anybody but the transfer itself worked on something. */
@Component
class Touched {

    private final Audit audit;

    Touched(Audit audit) {
        this.audit = audit;
    }

    void refuseSubject(UUID id, Run run) {
        refuse(audit.workedOn(id, run.transfer().actor()));
    }

    void refuseParty(UUID id, Run run) {
        refuse(audit.workedOnParty(id, run.transfer().actor()));
    }

    private static void refuse(Optional<String> somebody) {
        somebody.ifPresent(actor -> {
            throw new Refused("moving.touched", actor);
        });
    }
}
