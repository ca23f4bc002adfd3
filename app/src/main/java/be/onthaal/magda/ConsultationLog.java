// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.magda;

import static be.onthaal.magda.internal.db.Tables.CONSULTATION;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.magda.MagdaSettings.Sender;
import be.onthaal.party.register.Occasion;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The log of questions to authentic sources: who, about whom, which service, why and with what
 * result (law of 8 August 1983 on the national register, art. 17; Vlaamse machtigingen). Its line
 * in the log of the platform commits with it.
 */
@Component
class ConsultationLog {

    private final DSLContext sql;
    private final Audit audit;
    private final Clock clock;

    ConsultationLog(DSLContext sql, Audit audit, Clock clock) {
        this.sql = sql;
        this.audit = audit;
        this.clock = clock;
    }

    /** Writes down what is about to be asked. */
    @Transactional(propagation = Propagation.MANDATORY)
    void begin(Consultation consultation) {
        Caller caller = Callers.current();
        MagdaService service = consultation.service();
        Sender sender = consultation.sender();
        sql.insertInto(CONSULTATION)
                .set(CONSULTATION.AUTHORITY_ID, caller.authority().value())
                .set(CONSULTATION.ID, consultation.id())
                .set(CONSULTATION.ASKED_AT, consultation.askedAt())
                .set(CONSULTATION.ACTOR, caller.actor())
                .set(CONSULTATION.ACTOR_NAME, caller.name())
                .set(CONSULTATION.ACTOR_KIND, caller.kind().name())
                .set(CONSULTATION.PURPOSE, consultation.occasion().purpose().name())
                .set(CONSULTATION.PARTY_ID, consultation.occasion().party().orElse(null))
                .set(CONSULTATION.CASE_ID, consultation.occasion().caseFile().orElse(null))
                .set(CONSULTATION.SERVICE, service.title())
                .set(CONSULTATION.VERSION, service.version())
                .set(CONSULTATION.SENDER, sender.identification())
                .set(CONSULTATION.CAPACITY, sender.findCapacity().orElse(null))
                .set(
                        CONSULTATION.SUBJECTS,
                        consultation.question().subjects().toArray(String[]::new))
                .set(CONSULTATION.CONFIDENTIALITY, service.confidentiality().level())
                .execute();
        AuditEvent event = event(consultation);
        if (service.isAction()) {
            audit.record(event);
        } else {
            audit.consulted(event);
        }
    }

    /** Writes down what came of it. */
    @Transactional(propagation = Propagation.MANDATORY)
    void end(Consultation consultation, Settled<?> settled, List<String> subjects) {
        Instant now = clock.instant();
        long took = Duration.between(consultation.askedAt(), now).toMillis();
        sql.update(CONSULTATION)
                .set(CONSULTATION.STATE, settled.result().name())
                .set(CONSULTATION.CODES, settled.codes().toArray(String[]::new))
                .set(CONSULTATION.SUBJECTS, subjects.toArray(String[]::new))
                .set(CONSULTATION.ATTEMPTS, settled.attempts())
                .set(CONSULTATION.THEIR_REFERENCE, settled.reference().orElse(null))
                .set(CONSULTATION.ANSWERED_AT, now)
                .set(CONSULTATION.DURATION_MS, (int) Math.min(Math.max(took, 0), Integer.MAX_VALUE))
                .where(CONSULTATION.AUTHORITY_ID.eq(Callers.current().authority().value()))
                .and(CONSULTATION.ID.eq(consultation.id()))
                .execute();
    }

    /** Names the service and nobody's number. */
    private static AuditEvent event(Consultation consultation) {
        MagdaService service = consultation.service();
        Occasion occasion = consultation.occasion();
        String action =
                switch (service) {
                    case FOLLOW -> "magda.followed";
                    case UNFOLLOW -> "magda.unfollowed";
                    default -> "magda.consulted";
                };
        var subject =
                new AuditEvent.Subject(
                        "REGISTER",
                        consultation.id(),
                        occasion.caseFile(),
                        service.confidentiality(),
                        Optional.empty());
        AuditEvent event = AuditEvent.of(action, subject).with("service", service.title());
        return occasion.party().map(event::about).orElse(event);
    }
}
