// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webhooks.internal;

import be.onthaal.access.Confidentiality;
import be.onthaal.webhooks.Delivery;
import be.onthaal.webhooks.EventKind;
import be.onthaal.webhooks.Webhooks;
import java.util.List;
import java.util.stream.Stream;

/** The programs elsewhere that are told. */
public record SubscriptionsPage(List<Webhooks.Standing> standings, Confidentiality own) {

    public SubscriptionsPage {
        standings = List.copyOf(standings);
    }

    public List<EventKind> kinds() {
        return EventKind.catalogue();
    }

    /** How confidential a subscription may be when this caller makes it. */
    public List<Confidentiality> clearances() {
        return Stream.of(Confidentiality.values())
                .filter(level -> level.compareTo(own) <= 0)
                .toList();
    }

    public static int undelivered(Webhooks.Standing standing) {
        return standing.tally().getOrDefault(Delivery.State.DEAD, 0)
                + standing.tally().getOrDefault(Delivery.State.HELD, 0);
    }
}
