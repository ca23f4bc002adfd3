// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.magda;

import static be.onthaal.magda.internal.db.Tables.CIRCUIT;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Leaves a service alone that failed several times in a row, so that nobody at the counter waits
 * for it. All processes share what is known; after a pause one of them looks whether it works
 * again.
 */
@Component
class Circuits {

    private final DSLContext sql;
    private final Clock clock;

    Circuits(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Until when the service is left alone; empty when it may be asked now. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Instant> closedUntil(MagdaService service, MagdaSettings.Breaker breaker) {
        Optional<Instant> open =
                sql.select(CIRCUIT.OPEN_UNTIL)
                        .from(CIRCUIT)
                        .where(CIRCUIT.SERVICE.eq(service.title()))
                        .and(CIRCUIT.OPEN_UNTIL.isNotNull())
                        .fetchOptional(CIRCUIT.OPEN_UNTIL);
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (now.isBefore(open.get())) {
            return open;
        }
        Instant next = now.plus(breaker.pause());
        boolean ours =
                sql.update(CIRCUIT)
                                .set(CIRCUIT.OPEN_UNTIL, next)
                                .where(CIRCUIT.SERVICE.eq(service.title()))
                                .and(CIRCUIT.OPEN_UNTIL.eq(open.get()))
                                .execute()
                        == 1;
        return ours ? Optional.empty() : Optional.of(next);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void worked(MagdaService service) {
        sql.update(CIRCUIT)
                .set(CIRCUIT.FAILURES, 0)
                .setNull(CIRCUIT.OPEN_UNTIL)
                .where(CIRCUIT.SERVICE.eq(service.title()))
                .and(CIRCUIT.FAILURES.gt(0))
                .execute();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void failed(MagdaService service, MagdaSettings.Breaker breaker) {
        Instant until = clock.instant().plus(breaker.pause());
        sql.insertInto(CIRCUIT)
                .set(CIRCUIT.SERVICE, service.title())
                .set(CIRCUIT.FAILURES, 1)
                .set(CIRCUIT.OPEN_UNTIL, breaker.failures() <= 1 ? until : null)
                .onConflict(CIRCUIT.SERVICE)
                .doUpdate()
                .set(CIRCUIT.FAILURES, CIRCUIT.FAILURES.plus(1))
                .set(
                        CIRCUIT.OPEN_UNTIL,
                        DSL.when(CIRCUIT.FAILURES.ge(breaker.failures() - 1), DSL.val(until))
                                .otherwise(CIRCUIT.OPEN_UNTIL))
                .execute();
    }
}
