// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webhooks.internal;

import static be.onthaal.webhooks.internal.db.Tables.DELIVERY;

import be.onthaal.access.Callers;
import be.onthaal.common.NotFound;
import be.onthaal.webhooks.Delivery;
import be.onthaal.webhooks.EventKind;
import be.onthaal.webhooks.internal.db.tables.records.DeliveryRecord;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Keeps deliveries. */
@Component
public class DeliveryStore {

    private final DSLContext sql;

    DeliveryStore(DSLContext sql) {
        this.sql = sql;
    }

    public void insert(Delivery made) {
        sql.insertInto(DELIVERY)
                .set(DELIVERY.AUTHORITY_ID, authority())
                .set(DELIVERY.ID, made.id())
                .set(DELIVERY.SUBSCRIPTION_ID, made.subscription())
                .set(DELIVERY.EVENT_ID, made.event())
                .set(DELIVERY.KIND, made.kind().name())
                .set(DELIVERY.NUMBER, made.number())
                .set(DELIVERY.PAYLOAD, made.payload())
                .set(DELIVERY.HAPPENED_AT, made.happenedAt())
                .set(DELIVERY.STATE, made.state().name())
                .set(DELIVERY.STATE_AT, made.happenedAt())
                .execute();
    }

    public Delivery get(UUID id) {
        return sql.selectFrom(DELIVERY)
                .where(is(id))
                .fetchOptional(DeliveryStore::read)
                .orElseThrow(() -> new NotFound("webhooks.delivery"));
    }

    /** The delivery while it still waits in this round. */
    public Optional<Delivery> waiting(UUID id, int round) {
        return sql.selectFrom(DELIVERY)
                .where(is(id))
                .and(DELIVERY.ROUND.eq(round))
                .and(DELIVERY.STATE.eq(Delivery.State.WAITING.name()))
                .fetchOptional(DeliveryStore::read);
    }

    /** Writes what came of an attempt. */
    public void tried(
            Delivery one, Delivery.State state, Instant now, Optional<Integer> status, String why) {
        sql.update(DELIVERY)
                .set(DELIVERY.STATE, state.name())
                .set(DELIVERY.STATE_AT, now)
                .set(DELIVERY.ATTEMPTS, DELIVERY.ATTEMPTS.plus(1))
                .set(DELIVERY.BEGAN_AT, one.tried().began().orElse(now))
                .set(DELIVERY.TRIED_AT, now)
                .set(DELIVERY.STATUS, status.orElse(null))
                .set(DELIVERY.PROBLEM, why.isEmpty() ? null : why)
                .where(is(one.id()))
                .and(DELIVERY.ROUND.eq(one.round()))
                .and(DELIVERY.STATE.eq(Delivery.State.WAITING.name()))
                .execute();
    }

    /** Puts it in a state without an attempt. */
    public void put(Delivery one, Delivery.State state, Instant now) {
        sql.update(DELIVERY)
                .set(DELIVERY.STATE, state.name())
                .set(DELIVERY.STATE_AT, now)
                .where(is(one.id()))
                .and(DELIVERY.ROUND.eq(one.round()))
                .execute();
    }

    /** Begins a new round for the oldest of those that do not wait already. */
    public List<Delivery> again(UUID subscription, Condition which, Instant now, int most) {
        return sql
                .update(DELIVERY)
                .set(DELIVERY.STATE, Delivery.State.WAITING.name())
                .set(DELIVERY.STATE_AT, now)
                .set(DELIVERY.ROUND, DELIVERY.ROUND.plus(1))
                .set(DELIVERY.ATTEMPTS, 0)
                .setNull(DELIVERY.BEGAN_AT)
                .where(DELIVERY.AUTHORITY_ID.eq(authority()))
                .and(
                        DELIVERY.ID.in(
                                sql.select(DELIVERY.ID)
                                        .from(DELIVERY)
                                        .where(of(subscription))
                                        .and(DELIVERY.STATE.ne(Delivery.State.WAITING.name()))
                                        .and(which)
                                        .orderBy(DELIVERY.HAPPENED_AT, DELIVERY.ID)
                                        .limit(most)))
                .returning()
                .fetch()
                .stream()
                .map(DeliveryStore::read)
                .toList();
    }

    /** Everything that is held. */
    public static Condition held() {
        return DELIVERY.STATE.eq(Delivery.State.HELD.name());
    }

    /** One. */
    public static Condition only(UUID id) {
        return DELIVERY.ID.eq(id);
    }

    /** Everything since a moment, or only what was given up or held. */
    public static Condition since(Instant moment, boolean onlyDead) {
        Condition dead = DELIVERY.STATE.in(Delivery.State.DEAD.name(), Delivery.State.HELD.name());
        return DELIVERY.HAPPENED_AT.ge(moment).and(onlyDead ? dead : DSL.noCondition());
    }

    public int count(UUID subscription, Condition which) {
        return sql.fetchCount(DELIVERY, of(subscription).and(which));
    }

    /** The newest, of one state or of all. */
    public List<Delivery> newest(UUID subscription, Optional<Delivery.State> state, int most) {
        return sql.selectFrom(DELIVERY)
                .where(of(subscription))
                .and(state.map(one -> DELIVERY.STATE.eq(one.name())).orElse(DSL.noCondition()))
                .orderBy(DELIVERY.HAPPENED_AT.desc(), DELIVERY.ID.desc())
                .limit(most)
                .fetch(DeliveryStore::read);
    }

    /** How many there are in each state. */
    public Map<Delivery.State, Integer> tally(UUID subscription) {
        Map<Delivery.State, Integer> tally = new EnumMap<>(Delivery.State.class);
        Stream.of(Delivery.State.values()).forEach(state -> tally.put(state, 0));
        sql.select(DELIVERY.STATE, DSL.count())
                .from(DELIVERY)
                .where(of(subscription))
                .groupBy(DELIVERY.STATE)
                .fetch()
                .forEach(row -> tally.put(Delivery.State.valueOf(row.value1()), row.value2()));
        return tally;
    }

    /** Forgets those that came to a state before a moment; returns how many. */
    public int forget(Delivery.State state, Instant before) {
        return sql.deleteFrom(DELIVERY)
                .where(DELIVERY.AUTHORITY_ID.eq(authority()))
                .and(DELIVERY.STATE.eq(state.name()))
                .and(DELIVERY.STATE_AT.lt(before))
                .execute();
    }

    private static Delivery read(DeliveryRecord row) {
        return new Delivery(
                row.getId(),
                row.getSubscriptionId(),
                row.getEventId(),
                EventKind.valueOf(row.getKind()),
                row.getNumber(),
                row.getPayload(),
                row.getHappenedAt(),
                Delivery.State.valueOf(row.getState()),
                row.getRound(),
                new Delivery.Tried(
                        row.getAttempts(),
                        Optional.ofNullable(row.getBeganAt()),
                        Optional.ofNullable(row.getTriedAt()),
                        Optional.ofNullable(row.getStatus()),
                        Optional.ofNullable(row.getProblem())));
    }

    private static Condition is(UUID id) {
        return DELIVERY.AUTHORITY_ID.eq(authority()).and(DELIVERY.ID.eq(id));
    }

    private static Condition of(UUID subscription) {
        return DELIVERY.AUTHORITY_ID.eq(authority()).and(DELIVERY.SUBSCRIPTION_ID.eq(subscription));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
