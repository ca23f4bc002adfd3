// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webhooks.internal;

import be.onthaal.access.Confidentiality;
import be.onthaal.webhooks.Delivery;
import be.onthaal.webhooks.SigningSecret;
import be.onthaal.webhooks.Webhooks;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A program elsewhere that is told, with its newest deliveries.
 *
 * @param issued the secret that was just made; nobody sees it again
 */
public record SubscriptionPage(
        Webhooks.Standing standing,
        Optional<Delivery.State> chosen,
        List<Delivery> deliveries,
        Optional<SigningSecret> issued,
        Confidentiality own) {

    public SubscriptionPage {
        deliveries = List.copyOf(deliveries);
    }

    public UUID id() {
        return standing.subscription().id();
    }

    /** What the form offers. */
    public SubscriptionsPage choices() {
        return new SubscriptionsPage(List.of(), own);
    }

    public static List<Delivery.State> states() {
        return List.of(Delivery.State.values());
    }

    /** What is more confidential than its keeper may see stays as it is until he chooses less. */
    public boolean allows(Confidentiality level) {
        return level.compareTo(own) <= 0;
    }
}
