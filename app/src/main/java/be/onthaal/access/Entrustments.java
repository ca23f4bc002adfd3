// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access;

import static be.onthaal.access.internal.db.Tables.ENTRUSTED;

import be.onthaal.access.internal.db.Routines;
import be.onthaal.access.internal.db.tables.records.EntrustedRecord;
import be.onthaal.common.FreeText;
import be.onthaal.common.NotFound;
import be.onthaal.common.Refused;
import be.onthaal.database.Ids;
import be.onthaal.database.Part;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows one thing to one person: named on it by whoever handles it, or opened by himself in an
 * emergency, which is reviewed afterwards. His sessions know it at their next click.
 */
@Service
public class Entrustments {

    /** More things than this at once make rights that nobody oversees, and slow statements. */
    public static final int MOST = 200;

    private static final int LONGEST_REASON = 2_000;
    private static final int SHOWN = 100;

    private final DSLContext sql;
    private final Clock clock;

    Entrustments(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Shows a thing to somebody. What it may be and who may say so, the thing's module knows. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID entrust(Entrusted.Wish wish) {
        Instant now = clock.instant();
        String reason =
                FreeText.required(
                        wish.reason(),
                        LONGEST_REASON,
                        "access.reason-missing",
                        "access.reason-too-long");
        if (sql.fetchCount(ENTRUSTED, current(wish.account(), now)) >= MOST) {
            throw new Refused("access.entrusted-many", wish.person(), MOST);
        }
        UUID id = Ids.next();
        sql.insertInto(ENTRUSTED)
                .set(ENTRUSTED.AUTHORITY_ID, authority())
                .set(ENTRUSTED.ID, id)
                .set(ENTRUSTED.ACCOUNT_ID, wish.account().value())
                .set(ENTRUSTED.PERSON_NAME, wish.person())
                .set(ENTRUSTED.KIND, "CASE")
                .set(ENTRUSTED.THING, wish.thing().id())
                .set(ENTRUSTED.THING_NUMBER, wish.thing().number())
                .set(ENTRUSTED.WAY, wish.way().name())
                .set(ENTRUSTED.REASON, reason)
                .set(ENTRUSTED.SINCE, now)
                .set(ENTRUSTED.UNTIL, wish.until().orElse(null))
                .set(ENTRUSTED.BY_NAME, Callers.current().name())
                .execute();
        Routines.rightsChanged(sql.configuration(), wish.account().value());
        return id;
    }

    /** Takes a thing back from somebody. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Entrusted end(UUID thing, UUID id) {
        EntrustedRecord row =
                sql.selectFrom(ENTRUSTED)
                        .where(own(id))
                        .and(ENTRUSTED.THING.eq(thing))
                        .and(ENTRUSTED.ENDED_AT.isNull())
                        .forUpdate()
                        .fetchOptional()
                        .orElseThrow(() -> new NotFound("access.entrusted"));
        sql.update(ENTRUSTED)
                .set(ENTRUSTED.ENDED_AT, clock.instant())
                .set(ENTRUSTED.ENDED_BY, Callers.current().name())
                .where(own(id))
                .execute();
        Routines.rightsChanged(sql.configuration(), row.getAccountId());
        return read(row);
    }

    /** To whom a thing is entrusted at this moment, as a part of its page. */
    public Part<List<Entrusted>> partOf(UUID thing) {
        Instant now = clock.instant();
        return Part.all(
                sql.selectFrom(ENTRUSTED)
                        .where(ENTRUSTED.AUTHORITY_ID.eq(authority()))
                        .and(ENTRUSTED.THING.eq(thing))
                        .and(lasting(now))
                        .orderBy(ENTRUSTED.SINCE)
                        .limit(SHOWN),
                Entrustments::read);
    }

    /** What was opened in an emergency, the newest first; those that nobody reviewed before. */
    @Transactional(readOnly = true)
    public List<Entrusted> emergencies() {
        Callers.require(Permission.AUDIT_VIEW);
        return sql.selectFrom(ENTRUSTED)
                .where(ENTRUSTED.AUTHORITY_ID.eq(authority()))
                .and(ENTRUSTED.WAY.eq(Entrusted.Way.EMERGENCY.name()))
                .orderBy(ENTRUSTED.REVIEWED_AT.isNull().desc(), ENTRUSTED.SINCE.desc())
                .limit(SHOWN)
                .fetch(Entrustments::read);
    }

    /** Says whether an emergency was one; nobody says so of his own. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Entrusted review(UUID id, boolean justified, String note) {
        Callers.require(Permission.AUDIT_VIEW);
        String why =
                justified
                        ? FreeText.clean(note, LONGEST_REASON, "access.reason-too-long")
                        : FreeText.required(
                                note,
                                LONGEST_REASON,
                                "access.reason-missing",
                                "access.reason-too-long");
        EntrustedRecord row =
                sql.selectFrom(ENTRUSTED)
                        .where(own(id))
                        .and(ENTRUSTED.WAY.eq(Entrusted.Way.EMERGENCY.name()))
                        .forUpdate()
                        .fetchOptional()
                        .orElseThrow(() -> new NotFound("access.entrusted"));
        if (row.getAccountId().equals(Callers.current().actor())) {
            throw new Refused("access.review-own");
        }
        if (row.getReviewedAt() != null) {
            throw new Refused("access.reviewed", row.getReviewedBy());
        }
        row.setReviewedAt(clock.instant());
        row.setReviewedBy(Callers.current().name());
        row.setJustified(justified);
        row.setReview(why);
        row.update();
        return read(row);
    }

    /**
     * How a thing was entrusted to the caller, if it was; being named counts before an emergency.
     */
    @Transactional(readOnly = true)
    public Optional<Entrusted.Way> wayOf(UUID thing) {
        return sql.select(ENTRUSTED.WAY)
                .from(ENTRUSTED)
                .where(ENTRUSTED.AUTHORITY_ID.eq(authority()))
                .and(ENTRUSTED.THING.eq(thing))
                .and(current(Callers.current().account(), clock.instant()))
                .orderBy(ENTRUSTED.WAY.desc())
                .limit(1)
                .fetchOptional(row -> Entrusted.Way.valueOf(row.value1()));
    }

    /** Takes everything back from somebody who left. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void endAll(AccountId account) {
        Instant now = clock.instant();
        sql.update(ENTRUSTED)
                .set(ENTRUSTED.ENDED_AT, now)
                .set(ENTRUSTED.ENDED_BY, Callers.current().name())
                .where(ENTRUSTED.AUTHORITY_ID.eq(authority()))
                .and(current(account, now))
                .execute();
        Routines.rightsChanged(sql.configuration(), account.value());
    }

    /** Adds to what somebody may do what is entrusted to him now, and when that changes. */
    Standing with(Standing standing, AccountId account, AuthorityId authority) {
        Instant now = clock.instant();
        List<Entrusted> all =
                sql.selectFrom(ENTRUSTED)
                        .where(ENTRUSTED.AUTHORITY_ID.eq(authority.value()))
                        .and(current(account, now))
                        .limit(MOST)
                        .fetch(Entrustments::read);
        return standing.entrusted(all);
    }

    private static Condition current(AccountId account, Instant now) {
        return ENTRUSTED.ACCOUNT_ID.eq(account.value()).and(lasting(now));
    }

    private static Condition lasting(Instant now) {
        return ENTRUSTED
                .ENDED_AT
                .isNull()
                .and(ENTRUSTED.UNTIL.isNull().or(ENTRUSTED.UNTIL.gt(now)));
    }

    private static Condition own(UUID id) {
        return ENTRUSTED.AUTHORITY_ID.eq(authority()).and(ENTRUSTED.ID.eq(id));
    }

    private static Entrusted read(EntrustedRecord row) {
        return new Entrusted(
                row.getId(),
                new AccountId(row.getAccountId()),
                row.getPersonName(),
                new Entrusted.Thing(row.getThing(), row.getThingNumber()),
                Entrusted.Way.valueOf(row.getWay()),
                row.getReason(),
                row.getSince(),
                Optional.ofNullable(row.getUntil()),
                row.getByName(),
                Optional.ofNullable(row.getReviewedAt())
                        .map(at ->
                                new Entrusted.Review(
                                        at,
                                        row.getReviewedBy(),
                                        row.getJustified(),
                                        row.getReview())));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
