// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.access.Confidentiality;
import be.onthaal.common.Refused;
import be.onthaal.webhooks.EventKind;
import be.onthaal.webhooks.NewSubscription;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An address to tell of events.
 *
 * @param kinds the codes of what is told
 * @param clearance how confidential the cases may be; internal when it does not say
 */
record NewWebhookBody(
        String name, String address, List<String> kinds, Optional<Confidentiality> clearance) {

    NewSubscription read() {
        return new NewSubscription(
                name,
                address,
                kinds.stream()
                        .map(code ->
                                EventKind.ofCode(code)
                                        .orElseThrow(() -> new Refused("webhooks.kinds")))
                        .collect(Collectors.toUnmodifiableSet()),
                clearance.orElse(Confidentiality.INTERNAL));
    }
}
