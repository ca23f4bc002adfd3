// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import be.onthaal.common.Channel;
import java.util.Optional;

/** How, and in which language, a customer wants to be reached; empty where he said nothing. */
public record Preference(Optional<Channel> channel, Optional<String> locale) {

    /** He said nothing. */
    public static final Preference NONE = new Preference(Optional.empty(), Optional.empty());

    /** What he did not say here is as he said it there. */
    Preference or(Preference other) {
        return new Preference(channel.or(other::channel), locale.or(other::locale));
    }

    public boolean isNone() {
        return channel.isEmpty() && locale.isEmpty();
    }
}
