// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.scanning.internal;

import static be.onthaal.scanning.internal.db.Tables.BUSY;

import be.onthaal.access.Authorities;
import be.onthaal.access.Authority;
import be.onthaal.access.AuthorityId;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.jobs.RecurringJob;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Has every stack read, some sheets of each authority in turn, so that nobody waits behind the
 * stack of a neighbour. One that fails does not keep the others from it.
 */
@Component
class ScanJob implements RecurringJob {

    private static final Logger log = LoggerFactory.getLogger(ScanJob.class);
    private static final String SELF = "scannen";
    private static final int AT_ONCE = 10;
    private static final int ROUNDS = 200;

    private final WatchFolder folder;
    private final StackReading reading;
    private final PieceMaking making;
    private final Authorities authorities;
    private final DSLContext sql;
    private final TransactionOperations transactions;

    ScanJob(
            WatchFolder folder,
            StackReading reading,
            PieceMaking making,
            Authorities authorities,
            DSLContext sql,
            TransactionOperations transactions) {
        this.folder = folder;
        this.reading = reading;
        this.making = making;
        this.authorities = authorities;
        this.sql = sql;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "scans-read";
    }

    @Override
    public Rhythm rhythm() {
        return new Rhythm.Every(Duration.ofSeconds(2));
    }

    @Override
    public void run() {
        folder.look();
        for (int round = 0; round < ROUNDS; round++) {
            int read = 0;
            for (AuthorityId id : busy()) {
                read += some(authorities.get(id));
            }
            if (read == 0) {
                return;
            }
        }
    }

    private List<AuthorityId> busy() {
        return Callers.as(
                Caller.service(SELF),
                () ->
                        Objects.requireNonNull(
                                transactions.execute(status ->
                                        sql.selectFrom(BUSY.call())
                                                .fetch(row ->
                                                        new AuthorityId(row.getAuthorityId())))));
    }

    private int some(Authority authority) {
        try {
            return Callers.call(
                    Caller.service(SELF, authority),
                    () -> {
                        reading.open();
                        int read = reading.read(AT_ONCE);
                        reading.split();
                        return read + making.make();
                    });
        } catch (IOException | RuntimeException failure) {
            log.warn("A stack of {} could not be read", authority.slug(), failure);
            return 0;
        }
    }
}
