// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.audit;

import static be.onthaal.audit.internal.db.Tables.EVENT;
import static be.onthaal.audit.internal.db.Tables.SEAL;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.audit.internal.ChainLink;
import be.onthaal.audit.internal.db.tables.records.EventRecord;
import be.onthaal.audit.internal.db.tables.records.SealRecord;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the log tamper-evident: each seal holds the fingerprint of the events of a range of
 * transactions and of the seal before it. A changed, added or removed event breaks its seal.
 */
@Service
public class Seals {

    private static final UUID INSTALLATION = new UUID(0, 0);
    private static final int CHUNK = 20_000;
    private static final int FETCHED = 1_000;

    private final DSLContext sql;
    private final Clock clock;

    Seals(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * What a check of the chain found.
     *
     * @param broken the first seal that does not hold, and why
     * @param head fingerprint of the last seal, to be kept outside
     */
    public record Check(long seals, long events, Optional<Broken> broken, String head) {}

    /** A seal that does not hold. */
    public record Broken(long seal, String reason) {}

    /** Seals what every running transaction leaves alone; returns how many events. */
    @Transactional
    public int seal() {
        Optional<SealRecord> last = last();
        long from = last.map(SealRecord::getLastXid).orElse(0L);
        long below = below(from);
        byte[] previous = last.map(SealRecord::getHash).orElse(new byte[32]);
        ChainLink link = link(previous, from, below);
        if (link.events() == 0) {
            return 0;
        }
        long number = last.map(SealRecord::getNumber).orElse(0L) + 1;
        sql.insertInto(SEAL)
                .set(SEAL.CHAIN, chain())
                .set(SEAL.NUMBER, number)
                .set(SEAL.AUTHORITY_ID, authority())
                .set(SEAL.FIRST_XID, link.firstXid())
                .set(SEAL.LAST_XID, below - 1)
                .set(SEAL.EVENTS, link.events())
                .set(SEAL.PREVIOUS, previous)
                .set(SEAL.HASH, link.close(number, below - 1))
                .set(SEAL.SEALED_AT, clock.instant())
                .execute();
        return link.events();
    }

    /** Recomputes the whole chain of the caller's authority. */
    @Transactional(readOnly = true)
    public Check verify() {
        byte[] previous = new byte[32];
        long number = 0;
        long lastXid = 0;
        long events = 0;
        for (SealRecord seal :
                sql.selectFrom(SEAL).where(SEAL.CHAIN.eq(chain())).orderBy(SEAL.NUMBER).fetch()) {
            number++;
            ChainLink covered = link(previous, lastXid, seal.getLastXid() + 1);
            Optional<String> problem = problem(seal, number, previous, covered);
            if (problem.isPresent()) {
                var broken = new Broken(seal.getNumber(), problem.get());
                return new Check(number, events, Optional.of(broken), hex(previous));
            }
            events += covered.events();
            lastXid = seal.getLastXid();
            previous = seal.getHash();
        }
        return new Check(number, events, Optional.empty(), hex(previous));
    }

    private static Optional<String> problem(
            SealRecord seal, long number, byte[] previous, ChainLink covered) {
        if (seal.getNumber() != number || !Arrays.equals(seal.getPrevious(), previous)) {
            return Optional.of("missing-seal");
        }
        if (covered.events() != seal.getEvents()) {
            return Optional.of(
                    covered.events() < seal.getEvents() ? "removed-event" : "added-event");
        }
        boolean whole =
                covered.firstXid() == seal.getFirstXid()
                        && Arrays.equals(covered.close(number, seal.getLastXid()), seal.getHash());
        return whole ? Optional.empty() : Optional.of("changed-event");
    }

    private Optional<SealRecord> last() {
        return sql.selectFrom(SEAL)
                .where(SEAL.CHAIN.eq(chain()))
                .orderBy(SEAL.NUMBER.desc())
                .limit(1)
                .fetchOptional();
    }

    /** The transaction below which nothing can still be added, at most a chunk further. */
    private long below(long from) {
        long oldestRunning =
                sql.select(
                                DSL.field(
                                        "pg_snapshot_xmin(pg_current_snapshot())::text::bigint",
                                        SQLDataType.BIGINT))
                        .fetchSingle()
                        .value1();
        return sql.select(EVENT.XID)
                .from(EVENT)
                .where(mine())
                .and(EVENT.XID.gt(from))
                .and(EVENT.XID.lt(oldestRunning))
                .orderBy(EVENT.XID)
                .offset(CHUNK)
                .limit(1)
                .fetchOptional(EVENT.XID)
                .map(xid -> xid + 1)
                .orElse(oldestRunning);
    }

    private ChainLink link(byte[] previous, long above, long below) {
        var link = new ChainLink(previous);
        try (Cursor<EventRecord> events =
                sql.selectFrom(EVENT)
                        .where(mine())
                        .and(EVENT.XID.gt(above))
                        .and(EVENT.XID.lt(below))
                        .orderBy(EVENT.XID, EVENT.ID)
                        .fetchSize(FETCHED)
                        .fetchLazy()) {
            events.forEach(link::add);
        }
        return link;
    }

    private static Condition mine() {
        UUID authority = authority();
        return authority == null ? EVENT.AUTHORITY_ID.isNull() : EVENT.AUTHORITY_ID.eq(authority);
    }

    private static UUID chain() {
        return Callers.current().scope().map(s -> s.authority().value()).orElse(INSTALLATION);
    }

    private static @Nullable UUID authority() {
        return Callers.current()
                .scope()
                .map(Caller.Scope::authority)
                .map(a -> a.value())
                .orElse(null);
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
