// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webhooks.internal;

import be.onthaal.access.Callers;
import be.onthaal.database.Ids;
import be.onthaal.database.Json;
import be.onthaal.outbox.Effect;
import be.onthaal.outbox.Outbox;
import be.onthaal.webhooks.Delivery;
import be.onthaal.webhooks.EventKind;
import be.onthaal.webhooks.Subscription;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes events down for subscriptions, and in the outbox, in the transaction of the event. */
@Component
public class Queue {

    static final String EFFECT = "webhook";

    private final DeliveryStore deliveries;
    private final Outbox outbox;

    Queue(DeliveryStore deliveries, Outbox outbox) {
        this.deliveries = deliveries;
        this.outbox = outbox;
    }

    /**
     * Something that happened.
     *
     * @param id stable: the same for every subscription and at every attempt
     * @param number what people call it; empty for a test
     * @param data numbers and codes, never a person or a subject
     */
    public record Happened(
            UUID id, EventKind kind, String number, Instant at, Map<String, String> data) {

        public static Happened of(
                EventKind kind, String number, Instant at, Map<String, String> data) {
            return new Happened(Ids.next(), kind, number, at, data);
        }
    }

    /** Writes it down; for a paused subscription it is held until that goes on. */
    public void add(Subscription subscription, Happened event) {
        boolean active = subscription.state() == Subscription.State.ACTIVE;
        var delivery =
                new Delivery(
                        Ids.next(),
                        subscription.id(),
                        event.id(),
                        event.kind(),
                        event.number(),
                        payload(event),
                        event.at(),
                        active ? Delivery.State.WAITING : Delivery.State.HELD,
                        1,
                        new Delivery.Tried(
                                0,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
        deliveries.insert(delivery);
        if (active) {
            send(delivery);
        }
    }

    /** Has the outbox send it, once for each round. */
    public void send(Delivery delivery) {
        outbox.send(
                new Effect(
                        EFFECT,
                        delivery.id() + ":" + delivery.round(),
                        Map.of(
                                "delivery",
                                delivery.id().toString(),
                                "round",
                                String.valueOf(delivery.round()))));
    }

    private static String payload(Happened event) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("authority", Callers.current().authority().value());
        data.putAll(event.data());
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("type", event.kind().code());
        whole.put("timestamp", event.at().truncatedTo(ChronoUnit.MILLIS).toString());
        whole.put("data", data);
        return Json.of(whole).data();
    }
}
