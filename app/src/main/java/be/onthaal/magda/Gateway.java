// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.magda;

import be.onthaal.access.Authorities;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Purpose;
import be.onthaal.common.Refused;
import be.onthaal.magda.MagdaSettings.Sender;
import be.onthaal.party.register.Answer;
import be.onthaal.party.register.Notice;
import be.onthaal.party.register.Occasion;
import be.onthaal.party.register.RegisterConnection;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.w3c.dom.Document;

/**
 * Puts questions to MAGDA for the authority of the caller. What is asked commits before the
 * question leaves, and what came of it before the answer is given; in between no transaction is
 * open.
 */
@Component
@EnableConfigurationProperties(MagdaSettings.class)
class Gateway implements RegisterConnection {

    private static final Logger log = LoggerFactory.getLogger(Gateway.class);

    /** Nobody looks somebody up to keep the system in order or to read the log. */
    private static final Set<Purpose> NO_REASON =
            Set.of(Purpose.ADMINISTRATION, Purpose.SUPERVISION);

    private final MagdaSettings settings;
    private final Signing signing;
    private final Ledger ledger;
    private final Attempts attempts;
    private final Authorities authorities;
    private final Clock clock;

    Gateway(
            MagdaSettings settings,
            Line line,
            Signing signing,
            Ledger ledger,
            Authorities authorities,
            Clock clock) {
        this.settings = settings;
        this.signing = signing;
        this.ledger = ledger;
        this.attempts = new Attempts(line, settings, clock);
        this.authorities = authorities;
        this.clock = clock;
    }

    @Override
    public boolean isOffered() {
        return sender().isPresent();
    }

    <T> Answer<T> ask(Question<T> question, Occasion occasion) {
        Caller caller = Callers.require(question.service().permission());
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Nobody outside is asked inside a transaction");
        }
        if (NO_REASON.contains(occasion.purpose())) {
            throw new Refused("register.purpose");
        }
        return Callers.as(caller.with(occasion.purpose()), () -> askAs(question, occasion));
    }

    private <T> Answer<T> askAs(Question<T> question, Occasion occasion) {
        Optional<Sender> sender = sender();
        if (sender.isEmpty()) {
            return new Answer.Unavailable<>(
                    Notices.ours("magda.not-connected", "not-connected"), Optional.empty());
        }
        Instant now = clock.instant();
        var consultation =
                new Consultation(UUID.randomUUID(), question, sender.get(), occasion, now);
        byte[] message = written(consultation);
        Optional<Instant> closed = ledger.begin(consultation, settings.breaker());
        Settled<T> settled =
                closed.isPresent()
                        ? leftAlone(closed.get())
                        : asked(question, consultation, message);
        end(consultation, settled, question.subjectsOf(settled.answer()));
        return settled.answer();
    }

    /** A message that cannot be written is no question, and is not logged as one. */
    private byte[] written(Consultation consultation) {
        Document message =
                RequestWriter.write(
                        new RequestWriter.Request(
                                consultation.question(),
                                consultation.sender(),
                                consultation.reference(),
                                consultation.askedAt()));
        return Xml.write(signing.sign(message, consultation.sender(), consultation.askedAt()));
    }

    private <T> Settled<T> asked(Question<T> question, Consultation consultation, byte[] message) {
        try {
            Settled<T> settled = attempts.ask(question, consultation.reference(), message);
            if (!settled.works()) {
                log.warn(
                        "{} of MAGDA does not answer: {}",
                        consultation.service().title(),
                        settled.codes());
            }
            return settled;
        } catch (RuntimeException defect) {
            end(consultation, defective(), question.subjects());
            throw defect;
        }
    }

    private void end(Consultation consultation, Settled<?> settled, List<String> subjects) {
        ledger.end(consultation, settled, subjects, settings.breaker());
    }

    /** An error of ours; the log says that nothing was answered. */
    private static Settled<Object> defective() {
        Notice why = Notices.ours("magda.fault", "defect");
        return new Settled<>(
                new Answer.Unavailable<>(why, Optional.empty()), true, Optional.empty(), 1);
    }

    private static <T> Settled<T> leftAlone(Instant until) {
        return new Settled<>(
                new Answer.Unavailable<>(
                        Notices.ours("magda.left-alone", "left-alone"), Optional.of(until)),
                false,
                Optional.empty(),
                0);
    }

    private Optional<Sender> sender() {
        return settings.sender(authorities.get(Callers.current().authority()).slug());
    }
}
