// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webhooks.internal;

import be.onthaal.access.Permission;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.notifications.NoticeKind;
import be.onthaal.notifications.Notifications;
import be.onthaal.organisation.Grants;
import be.onthaal.outbox.Effect;
import be.onthaal.outbox.spi.EffectHandler;
import be.onthaal.outbox.spi.NotYet;
import be.onthaal.web.Texts;
import be.onthaal.webhooks.Delivery;
import be.onthaal.webhooks.SigningSecret;
import be.onthaal.webhooks.Subscription;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Sends deliveries to their receivers, in a lane where nobody else waits for them. */
@Component
class Sending implements EffectHandler {

    private final SubscriptionStore subscriptions;
    private final DeliveryStore deliveries;
    private final Receivers receivers;
    private final TransactionOperations transactions;
    private final Told told;
    private final Clock clock;

    /** Whom and what is told when a receiver is left alone. */
    @Component
    record Told(Notifications notifications, Grants grants, Audit audit, Texts texts) {

        void paused(Subscription subscription, String why) {
            audit.record(
                    AuditEvent.of(
                                    "webhooks.paused",
                                    AuditEvent.Subject.of("WEBHOOK", subscription.id()))
                            .with("why", why));
            String subject = texts.dutch().of("webhooks.notice", subscription.wish().name());
            grants.holding(Permission.WEBHOOKS_MANAGE)
                    .forEach(keeper ->
                            notifications.tell(
                                    keeper,
                                    NoticeKind.WEBHOOK_PAUSED,
                                    subject,
                                    WebhookPages.HOME + "/" + subscription.id()));
        }
    }

    Sending(
            SubscriptionStore subscriptions,
            DeliveryStore deliveries,
            Receivers receivers,
            TransactionOperations transactions,
            Told told,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.receivers = receivers;
        this.transactions = transactions;
        this.told = told;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Queue.EFFECT;
    }

    @Override
    public boolean slow() {
        return true;
    }

    /** What is sent now, and how it is signed. */
    private record Ready(Delivery delivery, Subscription to, List<SigningSecret> secrets) {}

    @Override
    public void perform(Effect effect) throws NotYet {
        Optional<Ready> ready = during(() -> ready(effect));
        if (ready.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Optional<Instant> next = ready.get().to().health().nextTryAt().filter(now::isBefore);
        if (next.isPresent()) {
            throw new NotYet(next.get(), "the receiver is left alone for now");
        }
        Patience.Outcome outcome = send(ready.get(), now);
        Optional<Instant> again = during(() -> write(ready.get(), outcome));
        if (again.isPresent()) {
            throw new NotYet(again.get(), outcome.problem());
        }
    }

    /** Something here was wrong, again and again: somebody may send it once more. */
    @Override
    public void givenUp(Effect effect, String problem) {
        waiting(effect).ifPresent(one -> deliveries.put(one, Delivery.State.DEAD, clock.instant()));
    }

    private Optional<Ready> ready(Effect effect) {
        return waiting(effect).flatMap(this::ready);
    }

    private Optional<Delivery> waiting(Effect effect) {
        UUID id = UUID.fromString(effect.payload().getOrDefault("delivery", ""));
        int round = Integer.parseInt(effect.payload().getOrDefault("round", "1"));
        return deliveries.waiting(id, round);
    }

    private Optional<Ready> ready(Delivery delivery) {
        Subscription to = subscriptions.get(delivery.subscription());
        return switch (to.state()) {
            case ACTIVE ->
                    Optional.of(
                            new Ready(
                                    delivery, to, subscriptions.secrets(to.id(), clock.instant())));
            case PAUSED -> {
                deliveries.put(delivery, Delivery.State.HELD, clock.instant());
                yield Optional.empty();
            }
            case ENDED -> {
                deliveries.put(delivery, Delivery.State.DEAD, clock.instant());
                yield Optional.empty();
            }
        };
    }

    private Patience.Outcome send(Ready ready, Instant now) {
        Delivery delivery = ready.delivery();
        String signatures =
                ready.secrets().stream()
                        .map(secret -> secret.sign(delivery.event(), now, delivery.payload()))
                        .collect(Collectors.joining(" "));
        Map<String, String> headers =
                Map.of(
                        "Content-Type",
                        "application/json",
                        "User-Agent",
                        "Onthaal-Webhooks/1",
                        "webhook-id",
                        delivery.event().toString(),
                        "webhook-timestamp",
                        String.valueOf(now.getEpochSecond()),
                        "webhook-signature",
                        signatures);
        try {
            byte[] body = delivery.payload().getBytes(StandardCharsets.UTF_8);
            return Patience.Outcome.of(receivers.post(ready.to().wish().address(), headers, body));
        } catch (NoAnswer problem) {
            return Patience.Outcome.of(problem);
        }
    }

    /** Writes what came of it; gives when it is tried again, if it is. */
    private Optional<Instant> write(Ready ready, Patience.Outcome outcome) {
        Instant now = clock.instant();
        Delivery delivery = ready.delivery();
        Subscription to = subscriptions.locked(delivery.subscription());
        if (outcome.good()) {
            deliveries.tried(delivery, Delivery.State.DELIVERED, now, outcome.status(), "");
            if (to.state() == Subscription.State.ACTIVE) {
                subscriptions.write(to.id(), to.state(), Patience.WELL);
            }
            return Optional.empty();
        }
        if (to.state() != Subscription.State.ACTIVE) {
            deliveries.tried(
                    delivery, Delivery.State.HELD, now, outcome.status(), outcome.problem());
            return Optional.empty();
        }
        Optional<Instant> rest = to.health().nextTryAt().filter(now::isBefore);
        if (rest.isPresent()) {
            // Another one of the same batch found it failing already: that counts once.
            deliveries.tried(
                    delivery, Delivery.State.WAITING, now, outcome.status(), outcome.problem());
            return rest;
        }
        Patience.Next next = Patience.after(to.health(), delivery.tried(), outcome, now);
        deliveries.tried(delivery, next.delivery(), now, outcome.status(), outcome.problem());
        subscriptions.write(to.id(), next.subscription(), next.health());
        next.health().pausedWhy().ifPresent(why -> told.paused(to, why));
        return next.again();
    }

    private <T> T during(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }
}
