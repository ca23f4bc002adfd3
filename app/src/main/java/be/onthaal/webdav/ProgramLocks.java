// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webdav;

import static be.onthaal.webdav.internal.db.Tables.LOCK;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The rows of the locks of programs, and what they keep others from. */
@Component
class ProgramLocks {

    private static final int MOST = 50;

    private final DSLContext sql;
    private final Clock clock;

    ProgramLocks(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Those that hold now. */
    List<ProgramLock> of(EditAddress address) {
        return read(at(address).and(LOCK.UNTIL.gt(clock.instant())));
    }

    /** Those of the document itself that hold no more, and that nobody took from it. */
    List<ProgramLock> lapsed(EditAddress address) {
        return read(at(address).and(LOCK.DOCUMENT_ID.isNotNull()).and(lapsed()));
    }

    List<ProgramLock> covering(EditAddress address, DavPath path) {
        return of(address).stream().filter(lock -> lock.covers(path)).toList();
    }

    /** Whether the same person has the document open at another address. */
    boolean elsewhere(EditAddress address) {
        return sql.fetchExists(
                LOCK,
                LOCK.AUTHORITY_ID
                        .eq(EditAddresses.authority())
                        .and(LOCK.DOCUMENT_ID.eq(address.document().value()))
                        .and(LOCK.ADDRESS_ID.ne(address.id()))
                        .and(LOCK.UNTIL.gt(clock.instant())));
    }

    /** Refuses a change of what is locked to whoever does not say that he holds the lock. */
    void refuseLocked(EditAddress address, DavPath path, Set<String> held) {
        refuse(covering(address, path), held);
    }

    /** The same for a thing that comes or goes, which changes its folder and all within it. */
    void refuseLockedAround(EditAddress address, DavPath path, Set<String> held) {
        refuseLocked(address, path, held);
        refuseLocked(address, path.parent(), held);
        of(address).stream()
                .filter(lock -> path.holds(lock.path()))
                .forEach(lock -> refuse(List.of(lock), held));
    }

    private static void refuse(List<ProgramLock> locks, Set<String> held) {
        boolean free = locks.stream().allMatch(lock -> lock.shared() || names(held, lock));
        boolean among =
                locks.stream().noneMatch(ProgramLock::shared)
                        || locks.stream().anyMatch(lock -> lock.shared() && names(held, lock));
        if (!free || !among) {
            throw new DavRefusal(DavRefusal.LOCKED);
        }
    }

    private static boolean names(Set<String> held, ProgramLock lock) {
        return held.contains(lock.name());
    }

    void add(EditAddress address, ProgramLock lock, boolean document) {
        if (sql.fetchCount(LOCK, at(address)) >= MOST) {
            throw new DavRefusal(DavRefusal.FULL);
        }
        sql.insertInto(LOCK)
                .set(LOCK.AUTHORITY_ID, EditAddresses.authority())
                .set(LOCK.TOKEN, lock.token())
                .set(LOCK.ADDRESS_ID, address.id())
                .set(LOCK.DOCUMENT_ID, document ? address.document().value() : null)
                .set(LOCK.PATH, lock.path().key())
                .set(LOCK.DEEP, lock.deep())
                .set(LOCK.SHARED, lock.shared())
                .set(LOCK.OWNER, lock.owner())
                .set(LOCK.SECONDS, (int) lock.lasts().toSeconds())
                .set(LOCK.UNTIL, lock.until())
                .set(LOCK.BORROWED, lock.borrowed())
                .execute();
    }

    void extend(EditAddress address, ProgramLock lock, Duration lasts, boolean borrowed) {
        sql.update(LOCK)
                .set(LOCK.SECONDS, (int) lasts.toSeconds())
                .set(LOCK.UNTIL, clock.instant().plus(lasts))
                .set(LOCK.BORROWED, borrowed)
                .where(at(address))
                .and(LOCK.TOKEN.eq(lock.token()))
                .execute();
    }

    void remove(EditAddress address, UUID token) {
        sql.deleteFrom(LOCK).where(at(address)).and(LOCK.TOKEN.eq(token)).execute();
    }

    /** What lapsed makes room for whoever locks anew, at any address of the document. */
    void removeLapsed(EditAddress address) {
        sql.deleteFrom(LOCK)
                .where(LOCK.AUTHORITY_ID.eq(EditAddresses.authority()))
                .and(
                        LOCK.ADDRESS_ID
                                .eq(address.id())
                                .or(LOCK.DOCUMENT_ID.eq(address.document().value())))
                .and(lapsed())
                .execute();
    }

    /** What is gone is locked by nobody. */
    void forget(EditAddress address, DavPath path) {
        of(address).stream()
                .filter(lock -> path.holds(lock.path()))
                .forEach(lock -> remove(address, lock.token()));
    }

    private List<ProgramLock> read(Condition which) {
        return sql.selectFrom(LOCK)
                .where(which)
                .orderBy(LOCK.UNTIL, LOCK.TOKEN)
                .fetch(row ->
                        new ProgramLock(
                                row.getToken(),
                                DavPath.kept(row.getPath()),
                                row.getDeep(),
                                row.getShared(),
                                row.getOwner(),
                                Duration.ofSeconds(row.getSeconds()),
                                row.getUntil(),
                                row.getBorrowed()));
    }

    private Condition lapsed() {
        return LOCK.UNTIL.le(clock.instant());
    }

    private static Condition at(EditAddress address) {
        return LOCK.AUTHORITY_ID
                .eq(EditAddresses.authority())
                .and(LOCK.ADDRESS_ID.eq(address.id()));
    }
}
