// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webhooks.internal;

import be.onthaal.common.Forgetting;
import be.onthaal.webhooks.Delivery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forgets deliveries that arrived a month ago, and those that were given up or held a quarter of a
 * year ago; and secrets that ended.
 */
@Component
class OldDeliveries implements Forgetting {

    private static final Duration ARRIVED = Duration.ofDays(30);
    private static final Duration NOT_ARRIVED = Duration.ofDays(90);

    private final DeliveryStore deliveries;
    private final SubscriptionStore subscriptions;
    private final Clock clock;

    OldDeliveries(DeliveryStore deliveries, SubscriptionStore subscriptions, Clock clock) {
        this.deliveries = deliveries;
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    @Override
    @Transactional
    public int forget() {
        Instant now = clock.instant();
        return deliveries.forget(Delivery.State.DELIVERED, now.minus(ARRIVED))
                + deliveries.forget(Delivery.State.DEAD, now.minus(NOT_ARRIVED))
                + deliveries.forget(Delivery.State.HELD, now.minus(NOT_ARRIVED))
                + subscriptions.forgetSecrets(now);
    }
}
