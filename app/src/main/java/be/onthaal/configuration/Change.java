// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.configuration;

import be.onthaal.common.Message;
import java.util.Optional;

/** What one file does to the configuration of an authority. */
public record Change(String file, Kind kind, Optional<Message> reason) {

    /** What becomes of it. */
    public enum Kind {
        /** It was not there yet. */
        NEW,
        /** It replaces what holds. */
        CHANGED,
        /** It says what holds already. */
        SAME,
        /** It cannot be brought in, for the reason given; nothing of the folder is. */
        REFUSED
    }

    static Change of(String file, Kind kind) {
        return new Change(file, kind, Optional.empty());
    }

    static Change refused(String file, Message reason) {
        return new Change(file, Kind.REFUSED, Optional.of(reason));
    }
}
