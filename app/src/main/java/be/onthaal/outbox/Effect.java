// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.outbox;

import java.util.Map;

/**
 * Something to do outside.
 *
 * @param kind says who does it
 * @param key stable: the same effect asked twice is done once by us, and recognised by the receiver
 * @param payload what the doer needs; identities rather than texts
 */
public record Effect(String kind, String key, Map<String, String> payload) {

    public Effect {
        payload = Map.copyOf(payload);
    }
}
