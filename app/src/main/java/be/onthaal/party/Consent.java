// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import be.onthaal.common.Channel;
import java.time.Instant;

/**
 * A customer gave or withdrew his consent for one purpose (dpv:Consent; GDPR art. 7).
 *
 * @param text what he agreed to, or no longer, word for word, in its version
 * @param at when he said so, which may be before it was written down
 * @param proof where it can be seen: a letter, a form, what was said at the counter
 */
public record Consent(
        ConsentPurpose purpose,
        boolean given,
        Text text,
        Channel channel,
        String proof,
        Instant at,
        String recordedBy) {

    /** What was asked, word for word. */
    public record Text(String version, String words) {}
}
