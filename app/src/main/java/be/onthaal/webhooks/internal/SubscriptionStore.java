// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webhooks.internal;

import static be.onthaal.webhooks.internal.db.Tables.SECRET;
import static be.onthaal.webhooks.internal.db.Tables.SUBSCRIPTION;

import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.common.NotFound;
import be.onthaal.database.Ids;
import be.onthaal.secrets.InstallationKey;
import be.onthaal.webhooks.EventKind;
import be.onthaal.webhooks.SigningSecret;
import be.onthaal.webhooks.Subscription;
import be.onthaal.webhooks.internal.db.tables.records.SubscriptionRecord;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Keeps subscriptions and what their deliveries are signed with. */
@Component
public class SubscriptionStore {

    private static final String SEAL = "webhooks";

    private final DSLContext sql;
    private final InstallationKey key;

    SubscriptionStore(DSLContext sql, InstallationKey key) {
        this.sql = sql;
        this.key = key;
    }

    public void insert(Subscription made) {
        Subscription.Wish wish = made.wish();
        sql.insertInto(SUBSCRIPTION)
                .set(SUBSCRIPTION.AUTHORITY_ID, authority())
                .set(SUBSCRIPTION.ID, made.id())
                .set(SUBSCRIPTION.NAME, wish.name())
                .set(SUBSCRIPTION.ADDRESS, wish.address().toString())
                .set(SUBSCRIPTION.KINDS, codes(wish))
                .set(SUBSCRIPTION.CLEARANCE, wish.clearance().level())
                .set(SUBSCRIPTION.STATE, made.state().name())
                .set(SUBSCRIPTION.MADE_AT, made.made().at())
                .set(SUBSCRIPTION.MADE_BY, made.made().by())
                .execute();
    }

    /** Writes what it is told of, and where. */
    public void change(UUID id, Subscription.Wish wish) {
        sql.update(SUBSCRIPTION)
                .set(SUBSCRIPTION.NAME, wish.name())
                .set(SUBSCRIPTION.ADDRESS, wish.address().toString())
                .set(SUBSCRIPTION.KINDS, codes(wish))
                .set(SUBSCRIPTION.CLEARANCE, wish.clearance().level())
                .where(is(id))
                .execute();
    }

    /** Writes whether it is told and how its receiver fares. */
    public void write(UUID id, Subscription.State state, Subscription.Health health) {
        sql.update(SUBSCRIPTION)
                .set(SUBSCRIPTION.STATE, state.name())
                .set(SUBSCRIPTION.PAUSED_WHY, health.pausedWhy().orElse(null))
                .set(SUBSCRIPTION.FAILURES, health.failures())
                .set(SUBSCRIPTION.FAILING_SINCE, health.failingSince().orElse(null))
                .set(SUBSCRIPTION.NEXT_TRY_AT, health.nextTryAt().orElse(null))
                .where(is(id))
                .execute();
    }

    public Subscription get(UUID id) {
        return sql.selectFrom(SUBSCRIPTION)
                .where(is(id))
                .fetchOptional(SubscriptionStore::read)
                .orElseThrow(() -> new NotFound("webhooks.subscription"));
    }

    /** The subscription, which nobody else can change before this transaction ends. */
    public Subscription locked(UUID id) {
        return sql.selectFrom(SUBSCRIPTION)
                .where(is(id))
                .forUpdate()
                .fetchOptional(SubscriptionStore::read)
                .orElseThrow(() -> new NotFound("webhooks.subscription"));
    }

    /** Those that have not ended, by name. */
    public List<Subscription> running() {
        return sql.selectFrom(SUBSCRIPTION)
                .where(SUBSCRIPTION.AUTHORITY_ID.eq(authority()))
                .and(SUBSCRIPTION.STATE.ne(Subscription.State.ENDED.name()))
                .orderBy(SUBSCRIPTION.NAME, SUBSCRIPTION.ID)
                .fetch(SubscriptionStore::read);
    }

    /** Gives it a secret; those it had go on until a moment. */
    public void give(UUID id, SigningSecret secret, Instant now, Instant othersUntil) {
        sql.update(SECRET)
                .set(SECRET.ENDS_AT, othersUntil)
                .where(SECRET.AUTHORITY_ID.eq(authority()))
                .and(SECRET.SUBSCRIPTION_ID.eq(id))
                .and(SECRET.ENDS_AT.isNull())
                .execute();
        sql.insertInto(SECRET)
                .set(SECRET.AUTHORITY_ID, authority())
                .set(SECRET.ID, Ids.next())
                .set(SECRET.SUBSCRIPTION_ID, id)
                .set(SECRET.SEALED, key.seal(SEAL, secret.value()))
                .set(SECRET.MADE_AT, now)
                .execute();
    }

    /** The secrets that count at a moment, the newest first. */
    public List<SigningSecret> secrets(UUID id, Instant now) {
        return sql.selectFrom(SECRET)
                .where(SECRET.AUTHORITY_ID.eq(authority()))
                .and(SECRET.SUBSCRIPTION_ID.eq(id))
                .and(SECRET.ENDS_AT.isNull().or(SECRET.ENDS_AT.gt(now)))
                .orderBy(SECRET.MADE_AT.desc(), SECRET.ID.desc())
                .fetch(row -> new SigningSecret(key.open(SEAL, row.getSealed())));
    }

    /** Forgets secrets that ended; returns how many. */
    public int forgetSecrets(Instant now) {
        return sql.deleteFrom(SECRET)
                .where(SECRET.AUTHORITY_ID.eq(authority()))
                .and(SECRET.ENDS_AT.lt(now))
                .execute();
    }

    private static String[] codes(Subscription.Wish wish) {
        return wish.kinds().stream().map(EventKind::code).sorted().toArray(String[]::new);
    }

    private static Subscription read(SubscriptionRecord row) {
        return new Subscription(
                row.getId(),
                new Subscription.Wish(
                        row.getName(),
                        URI.create(row.getAddress()),
                        Stream.of(row.getKinds())
                                .flatMap(code -> EventKind.ofCode(code).stream())
                                .collect(Collectors.toUnmodifiableSet()),
                        Confidentiality.of(row.getClearance())),
                Subscription.State.valueOf(row.getState()),
                new Subscription.Health(
                        Optional.ofNullable(row.getPausedWhy()),
                        row.getFailures(),
                        Optional.ofNullable(row.getFailingSince()),
                        Optional.ofNullable(row.getNextTryAt())),
                new Subscription.Made(row.getMadeAt(), row.getMadeBy()));
    }

    private static Condition is(UUID id) {
        return SUBSCRIPTION.AUTHORITY_ID.eq(authority()).and(SUBSCRIPTION.ID.eq(id));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
