// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.magda;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is written down around a question: the log and the health of the service, in one commit. */
@Component
class Ledger {

    private final ConsultationLog log;
    private final Circuits circuits;

    Ledger(ConsultationLog log, Circuits circuits) {
        this.log = log;
        this.circuits = circuits;
    }

    /** Writes down the question; tells until when its service is left alone, where it is. */
    @Transactional
    Optional<Instant> begin(Consultation consultation, MagdaSettings.Breaker breaker) {
        log.begin(consultation);
        return circuits.closedUntil(consultation.service(), breaker);
    }

    /** Writes down how it ended; a question that was not put says nothing about the service. */
    @Transactional
    void end(
            Consultation consultation,
            Settled<?> settled,
            List<String> subjects,
            MagdaSettings.Breaker breaker) {
        log.end(consultation, settled, subjects);
        if (settled.attempts() == 0) {
            return;
        }
        if (settled.works()) {
            circuits.worked(consultation.service());
        } else {
            circuits.failed(consultation.service(), breaker);
        }
    }
}
