// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webhooks;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.Permission;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.common.FreeText;
import be.onthaal.common.Refused;
import be.onthaal.database.Ids;
import be.onthaal.webhooks.internal.DeliveryStore;
import be.onthaal.webhooks.internal.Queue;
import be.onthaal.webhooks.internal.SubscriptionStore;
import be.onthaal.webhooks.internal.TypedAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has programs elsewhere told what happens in cases (Standard Webhooks 1.0). A subscription hears
 * of its own authority, of the kinds it asked, and of cases it is cleared for.
 */
@Service
public class Webhooks {

    /** How long the secret before the last still signs, so that a receiver can change over. */
    public static final Duration OVERLAP = Duration.ofDays(1);

    private static final int LONGEST_NAME = 100;
    private static final int MOST = 50;
    private static final int MOST_AGAIN = 10_000;

    private final SubscriptionStore subscriptions;
    private final DeliveryStore deliveries;
    private final Queue queue;
    private final TypedAddress addresses;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Webhooks(
            SubscriptionStore subscriptions,
            DeliveryStore deliveries,
            Queue queue,
            TypedAddress addresses,
            Audit audit,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.queue = queue;
        this.addresses = addresses;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A new subscription with its secret, which nobody can read again; or one with a new secret.
     */
    public record Issued(Subscription subscription, SigningSecret secret) {}

    /** A subscription with how many of its deliveries are in each state. */
    public record Standing(Subscription subscription, Map<Delivery.State, Integer> tally) {

        public Standing {
            tally = Map.copyOf(tally);
        }
    }

    /** Subscribes an address to kinds of events. */
    @Transactional
    public Issued subscribe(NewSubscription asked) {
        Caller caller = Callers.require(Permission.WEBHOOKS_MANAGE);
        Subscription.Wish wish = checked(asked);
        if (subscriptions.running().size() >= MOST) {
            throw new Refused("webhooks.many", MOST);
        }
        Instant now = clock.instant();
        var made =
                new Subscription(
                        Ids.next(),
                        wish,
                        Subscription.State.ACTIVE,
                        healthy(),
                        new Subscription.Made(now, caller.name()));
        subscriptions.insert(made);
        SigningSecret secret = SigningSecret.draw(random);
        subscriptions.give(made.id(), secret, now, now);
        record("webhooks.subscribed", made.id(), wish);
        return new Issued(made, secret);
    }

    /** Changes what it is told of, or where. */
    @Transactional
    public void change(UUID id, NewSubscription asked) {
        Callers.require(Permission.WEBHOOKS_MANAGE);
        Subscription before = running(id);
        Subscription.Wish wish = checked(asked);
        subscriptions.change(before.id(), wish);
        record("webhooks.changed", id, wish);
    }

    /** Those that have not ended, by name. */
    @Transactional(readOnly = true)
    public List<Standing> list() {
        Callers.require(Permission.WEBHOOKS_MANAGE);
        return subscriptions.running().stream()
                .map(one -> new Standing(one, deliveries.tally(one.id())))
                .toList();
    }

    /** One of them. */
    @Transactional(readOnly = true)
    public Standing get(UUID id) {
        Callers.require(Permission.WEBHOOKS_MANAGE);
        return new Standing(subscriptions.get(id), deliveries.tally(id));
    }

    /** Its newest deliveries, of one state or of all. */
    @Transactional(readOnly = true)
    public List<Delivery> deliveries(UUID id, Optional<Delivery.State> state, int most) {
        Callers.require(Permission.WEBHOOKS_MANAGE);
        return deliveries.newest(subscriptions.get(id).id(), state, most);
    }

    /** Gives it a new secret; the one before it signs too for a day. */
    @Transactional
    public Issued rotate(UUID id) {
        Callers.require(Permission.WEBHOOKS_MANAGE);
        Subscription subscription = running(id);
        Instant now = clock.instant();
        SigningSecret secret = SigningSecret.draw(random);
        subscriptions.give(id, secret, now, now.plus(OVERLAP));
        record("webhooks.secret-rotated", id);
        return new Issued(subscription, secret);
    }

    /** Stops sending for now; what happens is kept for it. */
    @Transactional
    public void pause(UUID id) {
        Callers.require(Permission.WEBHOOKS_MANAGE);
        Subscription subscription = running(id);
        if (subscription.state() == Subscription.State.ACTIVE) {
            var health =
                    new Subscription.Health(
                            Optional.of("hand"), 0, Optional.empty(), Optional.empty());
            subscriptions.write(id, Subscription.State.PAUSED, health);
            record("webhooks.paused", id);
        }
    }

    /**
     * Goes on, with what was held meanwhile; returns how many. Of very many the rest stays held, to
     * be sent again since a moment.
     */
    @Transactional
    public int resume(UUID id) {
        Callers.require(Permission.WEBHOOKS_MANAGE);
        running(id);
        subscriptions.write(id, Subscription.State.ACTIVE, healthy());
        record("webhooks.resumed", id);
        return begin(id, DeliveryStore.held());
    }

    /** Ends it; what was not sent is not sent any more. */
    @Transactional
    public void end(UUID id) {
        Callers.require(Permission.WEBHOOKS_MANAGE);
        running(id);
        subscriptions.write(id, Subscription.State.ENDED, healthy());
        record("webhooks.ended", id);
    }

    /** Sends something that means nothing, to see whether somebody is there. */
    @Transactional
    public void test(UUID id) {
        Callers.require(Permission.WEBHOOKS_MANAGE);
        Subscription subscription = active(id);
        queue.add(
                subscription,
                Queue.Happened.of(
                        EventKind.TEST,
                        "",
                        clock.instant(),
                        Map.of("subscription", id.toString())));
        record("webhooks.tested", id);
    }

    /** Sends one delivery again, under the same id. */
    @Transactional
    public void again(UUID delivery) {
        Callers.require(Permission.WEBHOOKS_MANAGE);
        Delivery one = deliveries.get(delivery);
        active(one.subscription());
        again(one.subscription(), DeliveryStore.only(delivery));
        record("webhooks.sent-again", one.subscription());
    }

    /** Sends what happened since a moment again: all, or what was given up; returns how many. */
    @Transactional
    public int againSince(UUID id, Instant moment, boolean onlyDead) {
        Callers.require(Permission.WEBHOOKS_MANAGE);
        active(id);
        int sent = again(id, DeliveryStore.since(moment, onlyDead));
        record("webhooks.sent-again", id);
        return sent;
    }

    private int again(UUID id, Condition which) {
        if (deliveries.count(id, which) > MOST_AGAIN) {
            throw new Refused("webhooks.many-again", MOST_AGAIN);
        }
        return begin(id, which);
    }

    private int begin(UUID id, Condition which) {
        List<Delivery> begun = deliveries.again(id, which, clock.instant(), MOST_AGAIN);
        begun.forEach(queue::send);
        return begun.size();
    }

    private Subscription running(UUID id) {
        Subscription subscription = subscriptions.locked(id);
        if (subscription.state() == Subscription.State.ENDED) {
            throw new Refused("webhooks.ended");
        }
        return subscription;
    }

    private Subscription active(UUID id) {
        Subscription subscription = running(id);
        if (subscription.state() == Subscription.State.PAUSED) {
            throw new Refused("webhooks.paused");
        }
        return subscription;
    }

    private Subscription.Wish checked(NewSubscription asked) {
        String name =
                FreeText.required(
                        asked.name(), LONGEST_NAME, "webhooks.name-missing", "webhooks.name-long");
        if (asked.kinds().isEmpty() || asked.kinds().contains(EventKind.TEST)) {
            throw new Refused("webhooks.kinds");
        }
        Confidentiality own = Callers.current().rights().clearance();
        if (asked.clearance().compareTo(own) > 0) {
            throw new Refused("webhooks.clearance");
        }
        return new Subscription.Wish(
                name, addresses.read(asked.address()), asked.kinds(), asked.clearance());
    }

    private void record(String action, UUID id) {
        audit.record(AuditEvent.of(action, AuditEvent.Subject.of("WEBHOOK", id)));
    }

    private void record(String action, UUID id, Subscription.Wish wish) {
        audit.record(
                AuditEvent.of(action, AuditEvent.Subject.of("WEBHOOK", id))
                        .with("host", wish.address().getHost())
                        .with("clearance", wish.clearance().name())
                        .with(
                                "kinds",
                                wish.kinds().stream()
                                        .map(EventKind::code)
                                        .sorted()
                                        .collect(Collectors.joining(" "))));
    }

    private static Subscription.Health healthy() {
        return new Subscription.Health(Optional.empty(), 0, Optional.empty(), Optional.empty());
    }
}
