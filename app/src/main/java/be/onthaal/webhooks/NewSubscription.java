// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webhooks;

import be.onthaal.access.Confidentiality;
import java.util.Set;

/**
 * What somebody wants a program elsewhere to be told, as he wrote it.
 *
 * @param address an https address
 */
public record NewSubscription(
        String name, String address, Set<EventKind> kinds, Confidentiality clearance) {

    public NewSubscription {
        kinds = Set.copyOf(kinds);
    }
}
