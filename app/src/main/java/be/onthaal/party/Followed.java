// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import static be.onthaal.party.internal.db.Tables.FOLLOWED;
import static be.onthaal.party.internal.db.Tables.IDENTIFIER;
import static be.onthaal.party.internal.db.Tables.REGISTER_RECEIPT;

import be.onthaal.access.Callers;
import be.onthaal.common.NationalNumber;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The customers of whom an authority wants to hear what changes in the national register. */
@Component
class Followed {

    private final DSLContext sql;
    private final Clock clock;

    Followed(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** How far the register has been asked to tell about somebody. */
    enum State {
        WANTED,
        FOLLOWED,
        REFUSED,
        /** The register knows him by another number; what changes since is told of that one. */
        REPLACED
    }

    /** Why what changed about somebody could not be kept yet. */
    enum Problem {
        REFUSED,
        FAILED
    }

    /** A customer with the number under which the register knows him. */
    record Person(PartyId id, NationalNumber number) {}

    /** From now on, whoever of ours has this number; somebody who is followed already stays so. */
    @Transactional
    void want(NationalNumber number) {
        sql.insertInto(
                        FOLLOWED,
                        FOLLOWED.AUTHORITY_ID,
                        FOLLOWED.PARTY_ID,
                        FOLLOWED.GROUP_ID,
                        FOLLOWED.STATE,
                        FOLLOWED.SINCE)
                .select(
                        DSL.select(
                                        DSL.val(authority()),
                                        IDENTIFIER.PARTY_ID,
                                        IDENTIFIER.GROUP_ID,
                                        DSL.val(State.WANTED.name()),
                                        DSL.val(clock.instant()))
                                .from(IDENTIFIER)
                                .where(is(number)))
                .onConflictDoNothing()
                .execute();
    }

    @Transactional
    void settle(PartyId id, State state) {
        sql.update(FOLLOWED)
                .set(FOLLOWED.STATE, state.name())
                .set(FOLLOWED.SINCE, clock.instant())
                .where(FOLLOWED.AUTHORITY_ID.eq(authority()))
                .and(FOLLOWED.PARTY_ID.eq(id.value()))
                .execute();
    }

    @Transactional
    void forget(PartyId id) {
        sql.deleteFrom(FOLLOWED)
                .where(FOLLOWED.AUTHORITY_ID.eq(authority()))
                .and(FOLLOWED.PARTY_ID.eq(id.value()))
                .execute();
    }

    /** Who is to be followed and is not yet, the longest waiting first. */
    @Transactional(readOnly = true)
    List<Person> wanted(int most) {
        return sql.select(FOLLOWED.PARTY_ID, IDENTIFIER.VALUE)
                .from(FOLLOWED)
                .join(IDENTIFIER)
                .on(IDENTIFIER.GROUP_ID.eq(FOLLOWED.GROUP_ID))
                .and(IDENTIFIER.PARTY_ID.eq(FOLLOWED.PARTY_ID))
                .and(IDENTIFIER.SCHEME.eq(Identifier.Scheme.NATIONAL_NUMBER.name()))
                .where(FOLLOWED.AUTHORITY_ID.eq(authority()))
                .and(FOLLOWED.STATE.eq(State.WANTED.name()))
                .orderBy(FOLLOWED.SINCE)
                .limit(most)
                .fetch(row ->
                        new Person(new PartyId(row.value1()), new NationalNumber(row.value2())));
    }

    /**
     * Something changed about him that could not be kept: it is asked again, and holds up nobody.
     */
    @Transactional
    void later(PartyId id, Problem problem) {
        renewal(id, Optional.of(clock.instant()), Optional.of(problem));
    }

    /** He is as the register knows him. */
    @Transactional
    void renewed(PartyId id) {
        renewal(id, Optional.empty(), Optional.empty());
    }

    private void renewal(PartyId id, Optional<Instant> triedAt, Optional<Problem> problem) {
        sql.update(FOLLOWED)
                .set(FOLLOWED.RENEWAL_TRIED_AT, triedAt.orElse(null))
                .set(FOLLOWED.RENEWAL_PROBLEM, problem.map(Problem::name).orElse(null))
                .where(FOLLOWED.AUTHORITY_ID.eq(authority()))
                .and(FOLLOWED.PARTY_ID.eq(id.value()))
                .execute();
    }

    /** Of whom a change waits since it was last tried, the longest first. */
    @Transactional(readOnly = true)
    List<Person> waiting(Instant triedBefore, int most) {
        return sql.select(FOLLOWED.PARTY_ID, IDENTIFIER.VALUE)
                .from(FOLLOWED)
                .join(IDENTIFIER)
                .on(IDENTIFIER.GROUP_ID.eq(FOLLOWED.GROUP_ID))
                .and(IDENTIFIER.PARTY_ID.eq(FOLLOWED.PARTY_ID))
                .and(IDENTIFIER.SCHEME.eq(Identifier.Scheme.NATIONAL_NUMBER.name()))
                .where(FOLLOWED.AUTHORITY_ID.eq(authority()))
                .and(FOLLOWED.RENEWAL_TRIED_AT.le(triedBefore))
                .orderBy(FOLLOWED.RENEWAL_TRIED_AT, FOLLOWED.PARTY_ID)
                .limit(most)
                .fetch(row ->
                        new Person(new PartyId(row.value1()), new NationalNumber(row.value2())));
    }

    /** Whoever has this number and is followed. */
    @Transactional(readOnly = true)
    Optional<Person> of(NationalNumber number) {
        return sql.select(FOLLOWED.PARTY_ID)
                .from(IDENTIFIER)
                .join(FOLLOWED)
                .on(FOLLOWED.GROUP_ID.eq(IDENTIFIER.GROUP_ID))
                .and(FOLLOWED.PARTY_ID.eq(IDENTIFIER.PARTY_ID))
                .and(FOLLOWED.AUTHORITY_ID.eq(authority()))
                .where(is(number))
                .fetchOptional(row -> new Person(new PartyId(row.value1()), number));
    }

    /** Up to where what the register told is kept. */
    @Transactional(readOnly = true)
    Optional<String> receipt() {
        return sql.select(REGISTER_RECEIPT.RECEIPT)
                .from(REGISTER_RECEIPT)
                .where(REGISTER_RECEIPT.AUTHORITY_ID.eq(authority()))
                .fetchOptional(REGISTER_RECEIPT.RECEIPT);
    }

    /** What was told up to here is kept. */
    @Transactional
    void keep(String receipt) {
        sql.insertInto(REGISTER_RECEIPT)
                .set(REGISTER_RECEIPT.AUTHORITY_ID, authority())
                .set(REGISTER_RECEIPT.RECEIPT, receipt)
                .set(REGISTER_RECEIPT.KEPT_AT, clock.instant())
                .onConflict(REGISTER_RECEIPT.AUTHORITY_ID)
                .doUpdate()
                .set(REGISTER_RECEIPT.RECEIPT, receipt)
                .set(REGISTER_RECEIPT.KEPT_AT, clock.instant())
                .execute();
    }

    /** The receipt was given, so that the register has forgotten what it was for. */
    @Transactional
    void drop() {
        sql.deleteFrom(REGISTER_RECEIPT)
                .where(REGISTER_RECEIPT.AUTHORITY_ID.eq(authority()))
                .execute();
    }

    private static Condition is(NationalNumber number) {
        return IDENTIFIER
                .GROUP_ID
                .eq(group())
                .and(IDENTIFIER.SCHEME.eq(Identifier.Scheme.NATIONAL_NUMBER.name()))
                .and(IDENTIFIER.VALUE.eq(number.value()));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }

    private static UUID group() {
        return Callers.current().group().value();
    }
}
