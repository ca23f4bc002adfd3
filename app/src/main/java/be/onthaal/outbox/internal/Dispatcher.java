// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.outbox.internal;

import static be.onthaal.outbox.internal.db.Tables.EFFECT;
import static be.onthaal.outbox.internal.db.Tables.LEASE_LANE;

import be.onthaal.access.Authorities;
import be.onthaal.access.AuthorityId;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.database.Json;
import be.onthaal.outbox.Effect;
import be.onthaal.outbox.internal.db.tables.records.EffectRecord;
import be.onthaal.outbox.spi.EffectHandler;
import be.onthaal.outbox.spi.NotYet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.UpdateSetMoreStep;
import org.jooq.types.YearToSecond;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes due effects, does them outside any transaction, and writes down how it went. */
@Component
public class Dispatcher implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
    private static final Caller SELF = Caller.service("verzending");

    /** How long those that were taken may wait for their turn. */
    private static final Duration QUEUED = Duration.ofMinutes(2);

    /** Longer than any mail server can keep us, which has a limit on every wait. */
    private static final Duration TURN = Duration.ofMinutes(10);

    private static final int BATCH = 20;
    private static final int ATTEMPTS = 12;
    private static final long POLL_MILLIS = 1_000;

    private final DSLContext sql;
    private final TransactionTemplate transaction;
    private final Authorities authorities;
    private final Map<String, EffectHandler> handlers;
    private final String[] slow;
    private final Clock clock;
    private final Nudge nudge;
    private final boolean wanted;
    private volatile boolean running;

    Dispatcher(
            DSLContext sql,
            PlatformTransactionManager transactions,
            Authorities authorities,
            List<EffectHandler> handlers,
            Clock clock,
            Nudge nudge,
            @Value("${onthaal.outbox.enabled:true}") boolean wanted) {
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
        this.authorities = authorities;
        this.handlers =
                handlers.stream()
                        .collect(Collectors.toMap(EffectHandler::kind, Function.identity()));
        this.slow =
                handlers.stream()
                        .filter(EffectHandler::slow)
                        .map(EffectHandler::kind)
                        .toArray(String[]::new);
        this.clock = clock;
        this.nudge = nudge;
        this.wanted = wanted;
    }

    @Override
    public void start() {
        if (wanted) {
            running = true;
            Thread.ofVirtual().name("outbox").start(() -> keepGoing(Lane.USUAL));
            Thread.ofVirtual().name("outbox-slow").start(() -> keepGoing(Lane.SLOW));
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Does everything that is due now; returns how much that was. */
    public int drain() {
        return drain(Lane.USUAL) + drain(Lane.SLOW);
    }

    /** What goes after each other, and what goes several at a time since it may keep us waiting. */
    private enum Lane {
        USUAL,
        SLOW
    }

    private int drain(Lane lane) {
        int done = 0;
        while (true) {
            List<Claimed> claimed = Callers.as(SELF, () -> claim(lane));
            if (claimed.isEmpty()) {
                return done;
            }
            if (lane == Lane.SLOW) {
                performTogether(claimed);
            } else {
                claimed.forEach(this::perform);
            }
            done += claimed.size();
        }
    }

    private void performTogether(List<Claimed> claimed) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            claimed.forEach(one -> threads.execute(() -> perform(one)));
        }
    }

    /** An effect that is ours while the row says so; each taking ends later than the one before. */
    private record Claimed(UUID id, AuthorityId authority, Instant until) {}

    private void keepGoing(Lane lane) {
        while (running) {
            try {
                await(lane);
                drain(lane);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failure) {
                log.warn("The outbox pauses: {}", failure.getClass().getSimpleName());
                pause();
            }
        }
    }

    private void await(Lane lane) throws InterruptedException {
        if (lane == Lane.SLOW) {
            Thread.sleep(POLL_MILLIS);
        } else {
            nudge.await(POLL_MILLIS);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Claimed> claim(Lane lane) {
        var lease = YearToSecond.valueOf(QUEUED);
        return transaction.execute(status ->
                sql.selectFrom(
                                LEASE_LANE.call(
                                        BATCH, clock.instant(), lease, slow, lane == Lane.SLOW))
                        .fetch(row ->
                                new Claimed(
                                        row.getId(),
                                        new AuthorityId(row.getAuthorityId()),
                                        row.getLeaseUntil())));
    }

    private void perform(Claimed claimed) {
        var caller = Caller.service("verzending", authorities.get(claimed.authority()));
        Callers.run(caller, () -> take(claimed).ifPresent(this::performAs));
    }

    /** Nobody else has it, nor had it since: otherwise it is left, and no attempt is counted. */
    private Optional<EffectRecord> take(Claimed claimed) {
        Instant until = clock.instant().plus(TURN);
        return Objects.requireNonNull(
                transaction.execute(status ->
                        sql.update(EFFECT)
                                .set(EFFECT.LEASE_UNTIL, until)
                                .set(EFFECT.ATTEMPTS, EFFECT.ATTEMPTS.plus(1))
                                .where(EFFECT.ID.eq(claimed.id()))
                                .and(EFFECT.STATE.eq("DUE"))
                                .and(EFFECT.LEASE_UNTIL.eq(claimed.until()))
                                .returning()
                                .fetchOptional()));
    }

    private void performAs(EffectRecord row) {
        Effect effect = read(row);
        EffectHandler handler = handlers.get(row.getKind());
        try {
            if (handler == null) {
                throw new IllegalStateException("Nobody does " + row.getKind());
            }
            handler.perform(effect);
        } catch (NotYet later) {
            putOff(row, later);
            return;
        } catch (Exception failure) {
            failed(row, effect, handler, problem(failure));
            return;
        }
        done(row.getId());
    }

    /** What was done is done, whoever has it now. */
    private void done(UUID id) {
        transaction.executeWithoutResult(status ->
                finish("DONE").set(EFFECT.LAST_ERROR, "").where(EFFECT.ID.eq(id)).execute());
    }

    /** It was not its turn: no attempt is counted. */
    private void putOff(EffectRecord row, NotYet later) {
        transaction.executeWithoutResult(status ->
                finish("DUE")
                        .set(EFFECT.ATTEMPTS, row.getAttempts() - 1)
                        .set(EFFECT.LAST_ERROR, problem(later))
                        .set(EFFECT.DUE_AT, later.until())
                        .where(EFFECT.ID.eq(row.getId()))
                        .and(EFFECT.STATE.eq("DUE"))
                        .and(EFFECT.LEASE_UNTIL.eq(row.getLeaseUntil()))
                        .execute());
    }

    /**
     * It is tried again later, or given up: then its owner learns it in the same commit, or it is
     * not given up.
     */
    private void failed(
            EffectRecord row, Effect effect, @Nullable EffectHandler handler, String problem) {
        boolean hopeless = row.getAttempts() >= ATTEMPTS;
        try {
            transaction.executeWithoutResult(status -> {
                int changed =
                        finish(hopeless ? "FAILED" : "DUE")
                                .set(EFFECT.LAST_ERROR, problem)
                                .set(
                                        EFFECT.DUE_AT,
                                        clock.instant().plus(backOff(row.getAttempts())))
                                .where(EFFECT.ID.eq(row.getId()))
                                .and(EFFECT.STATE.eq("DUE"))
                                .and(EFFECT.LEASE_UNTIL.eq(row.getLeaseUntil()))
                                .execute();
                if (hopeless && changed == 1 && handler != null) {
                    handler.givenUp(effect, problem);
                }
            });
        } catch (RuntimeException failure) {
            log.warn(
                    "Effect {} stays as it is for now: {}",
                    row.getId(),
                    failure.getClass().getSimpleName());
        }
    }

    private UpdateSetMoreStep<EffectRecord> finish(String state) {
        return sql.update(EFFECT)
                .set(EFFECT.STATE, state)
                .set(EFFECT.LEASE_UNTIL, (Instant) null)
                .set(EFFECT.DONE_AT, "DONE".equals(state) ? clock.instant() : null);
    }

    /** 2 s, 4 s, 8 s … at most an hour. */
    private static Duration backOff(int attempts) {
        return Duration.ofSeconds(Math.min(3_600, 1L << Math.min(attempts, 12)));
    }

    private static String problem(Exception failure) {
        String message = String.valueOf(failure.getMessage());
        String said = failure.getClass().getSimpleName() + ": " + message;
        return said.substring(0, Math.min(500, said.length()));
    }

    @SuppressWarnings("unchecked")
    private static Effect read(EffectRecord row) {
        return new Effect(row.getKind(), row.getKey(), Json.read(row.getPayload(), Map.class));
    }
}
