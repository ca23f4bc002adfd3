// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Entrusted;
import be.onthaal.access.Entrustments;
import be.onthaal.access.UnitId;
import be.onthaal.common.Refused;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * By what somebody sees a case: by his place, or only because it was entrusted to him. What was
 * lent for some hours or days does not become his own by what he does in that time.
 */
@Component
class CaseSight {

    private final Entrustments entrustments;

    CaseSight(Entrustments entrustments) {
        this.entrustments = entrustments;
    }

    /** True when the caller sees it only because he opened it in an emergency. */
    boolean isEmergency(CaseFile file) {
        return lent(file).equals(Optional.of(Entrusted.Way.EMERGENCY));
    }

    /** An emergency shows a case, and changes nothing in whose it is. */
    void refuseEmergency(CaseFile file) {
        if (isEmergency(file)) {
            throw new Refused("cases.only-emergency");
        }
    }

    /** Who was named on a case works on it where it is, and does not bring it home. */
    void refuseBringingHome(CaseFile file, UnitId to) {
        refuseEmergency(file);
        boolean home = Callers.current().rights().units().contains(to);
        if (home && lent(file).isPresent()) {
            throw new Refused("cases.only-named");
        }
    }

    private Optional<Entrusted.Way> lent(CaseFile file) {
        Caller caller = Callers.current();
        boolean own =
                caller.kind() == Caller.Kind.SERVICE
                        || file.matter().confidentiality().level()
                                <= caller.rights().clearance().level()
                        || caller.rights().units().contains(file.placement().unit());
        return own ? Optional.empty() : entrustments.wayOf(file.id().value());
    }
}
