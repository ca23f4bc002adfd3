// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.kbo.internal;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.common.Message;
import be.onthaal.common.OnthaalException;
import be.onthaal.kbo.Extract;
import be.onthaal.kbo.ExtractTaken;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes an extract further, a step and a commit at a time. Each commit says that its step is done,
 * so that another process goes on where a killed one was; a lock keeps two from the same step.
 */
@Component
class Loading {

    private static final Logger log = LoggerFactory.getLogger(Loading.class);
    private static final Caller SELF = Caller.service("KBO");
    private static final int PATIENCE = 5;
    private static final Duration ABANDONED = Duration.ofHours(6);

    /** What the database says when readers do not let a lock go in time, or wait for each other. */
    private static final List<String> OCCUPIED = List.of("55P03", "40P01");

    private final ExtractStore extracts;
    private final ExtractFiles files;
    private final ExtractSteps steps;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Loading(
            ExtractStore extracts,
            ExtractFiles files,
            ExtractSteps steps,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager manager) {
        this.extracts = extracts;
        this.files = files;
        this.steps = steps;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Does one step; false when there is none, or somebody else is at it, or readers are. */
    boolean step() {
        return Callers.as(
                SELF,
                () ->
                        transaction
                                .execute(status -> extracts.atWork())
                                .map(this::attempt)
                                .orElse(false));
    }

    /** Removes files that a killed process kept and never began with. */
    void tidy() {
        boolean idle =
                Callers.as(SELF, () -> transaction.execute(status -> extracts.atWork().isEmpty()));
        if (idle) {
            files.removeBefore(clock.instant().minus(ABANDONED));
        }
    }

    private boolean attempt(Extract waiting) {
        try {
            Optional<Extract> after =
                    transaction.execute(status ->
                            extracts.lock()
                                    ? extracts.atWork()
                                            .filter(now -> now.id().equals(waiting.id()))
                                            .flatMap(this::next)
                                    : Optional.empty());
            after.filter(extract -> extract.state() == Extract.State.TAKEN)
                    .ifPresent(extract -> files.remove(extract.id()));
            return after.isPresent();
        } catch (OnthaalException refusal) {
            refuse(waiting, why(refusal));
            return true;
        } catch (RuntimeException failure) {
            if (occupied(failure)) {
                return false;
            }
            return failed(waiting, failure);
        }
    }

    private Optional<Extract> next(Extract extract) {
        long begin = System.nanoTime();
        List<Step> all = Step.of(extract.about().kind());
        int done = extract.progress().finished().size();
        Map<String, Long> counts = new HashMap<>(extract.counts());
        counts.putAll(steps.perform(extract, all.get(done), rows -> tell(extract.id(), rows)));
        long millis = Duration.ofNanos(System.nanoTime() - begin).toMillis();
        extracts.finished(extract.id(), millis, counts);
        if (done + 1 == all.size()) {
            extracts.taken(extract.id(), clock.instant());
            audit.record(event("kbo.taken", extract));
            events.publishEvent(new ExtractTaken(extract.about()));
        }
        return extracts.find(extract.id());
    }

    /** In a commit of its own, so that people see it. */
    private void tell(UUID id, long rows) {
        transaction.executeWithoutResult(status -> extracts.reading(id, rows));
    }

    private void refuse(Extract extract, Message why) {
        transaction.executeWithoutResult(status -> {
            if (extracts.lock()) {
                steps.clear();
                extracts.refused(extract.id(), why, clock.instant());
                audit.record(event("kbo.refused", extract).with("why", why.key()));
            }
        });
        files.remove(extract.id());
    }

    private boolean failed(Extract extract, RuntimeException failure) {
        log.warn("Extract {} does not come in", extract.about().number(), failure);
        int failures = transaction.execute(status -> extracts.failed(extract.id()));
        if (failures >= PATIENCE) {
            refuse(extract, Message.of("error.kbo.failed", extract.file().name()));
            return true;
        }
        return false;
    }

    private static boolean occupied(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException said && OCCUPIED.contains(said.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    static AuditEvent event(String action, Extract extract) {
        return AuditEvent.of(action, AuditEvent.Subject.of("EXTRACT", extract.id()))
                .with("number", String.valueOf(extract.about().number()))
                .with("kind", extract.about().kind().name());
    }

    static Message why(OnthaalException refusal) {
        return new Message("error." + refusal.code(), refusal.arguments());
    }
}
