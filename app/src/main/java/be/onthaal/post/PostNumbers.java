// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import static be.onthaal.post.internal.db.Tables.ENTRY;
import static be.onthaal.post.internal.db.Tables.REGISTER;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.common.Refused;
import be.onthaal.post.RegisterEntry.Direction;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The last numbers of the registers, when an authority comes from another system or leaves. */
@Service
public class PostNumbers {

    private final DSLContext sql;
    private final Audit audit;

    PostNumbers(DSLContext sql, Audit audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /**
     * The last number of a register in a year.
     *
     * @param book the code of the register; empty for the usual one
     */
    public record Last(String book, Direction direction, int year, int number) {}

    /** The last number of every register that gave one. */
    @Transactional(readOnly = true)
    public List<Last> list() {
        return sql.selectFrom(REGISTER)
                .where(REGISTER.AUTHORITY_ID.eq(authority()))
                .orderBy(REGISTER.YEAR, REGISTER.BOOK, REGISTER.DIRECTION)
                .fetch(row ->
                        new Last(
                                row.getBook(),
                                Direction.valueOf(row.getDirection()),
                                row.getYear(),
                                row.getLastNumber()));
    }

    /**
     * Lets a register go on after the last number of another system; refused once it gave numbers
     * of its own, since that would leave a gap. False when it already stood there.
     */
    @Transactional
    public boolean continueAfter(Last last) {
        Callers.require(Permission.POST_HANDLE);
        int written =
                sql.insertInto(REGISTER)
                        .set(REGISTER.AUTHORITY_ID, authority())
                        .set(REGISTER.BOOK, last.book())
                        .set(REGISTER.DIRECTION, last.direction().name())
                        .set(REGISTER.YEAR, last.year())
                        .set(REGISTER.LAST_NUMBER, last.number())
                        .onConflictDoNothing()
                        .execute();
        if (written == 0) {
            int now = locked(last).orElse(0);
            if (now == last.number()) {
                return false;
            }
            if (now > 0) {
                throw new Refused(
                        "post.numbers-given", String.valueOf(last.year()), String.valueOf(now));
            }
            set(last, last.number());
        }
        record("post.numbers-continued", last);
        return true;
    }

    /**
     * Lets a register begin at one again, as long as it gave no number after the one taken over: a
     * number that was given is cancelled in its entry and never taken back.
     */
    @Transactional
    public void beginAgain(Last last) {
        Callers.require(Permission.POST_HANDLE);
        int now = locked(last).orElse(0);
        boolean given =
                sql.fetchExists(
                        ENTRY,
                        ENTRY.AUTHORITY_ID
                                .eq(authority())
                                .and(ENTRY.BOOK.eq(last.book()))
                                .and(ENTRY.DIRECTION.eq(last.direction().name()))
                                .and(ENTRY.YEAR.eq(last.year())));
        if (given || now != last.number()) {
            throw new Refused(
                    "post.numbers-given", String.valueOf(last.year()), String.valueOf(now));
        }
        set(last, 0);
        record("post.numbers-begun-again", last);
    }

    private Optional<Integer> locked(Last last) {
        return sql.selectFrom(REGISTER)
                .where(is(last))
                .forUpdate()
                .fetchOptional(row -> row.getLastNumber());
    }

    private void set(Last last, int number) {
        sql.update(REGISTER).set(REGISTER.LAST_NUMBER, number).where(is(last)).execute();
    }

    private void record(String action, Last last) {
        audit.record(
                AuditEvent.of(action, AuditEvent.Subject.of("AUTHORITY", authority()))
                        .with("register", last.direction().name() + last.book())
                        .with("year", String.valueOf(last.year()))
                        .with("number", String.valueOf(last.number())));
    }

    private static Condition is(Last last) {
        return REGISTER.AUTHORITY_ID
                .eq(authority())
                .and(REGISTER.BOOK.eq(last.book()))
                .and(REGISTER.DIRECTION.eq(last.direction().name()))
                .and(REGISTER.YEAR.eq(last.year()));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
