// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.routing.spi;

import be.onthaal.access.UnitId;
import be.onthaal.routing.IncomingMail;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Mail that came before. Called in a transaction of whoever tries the rules, so that he sees no
 * more than he may.
 */
public interface PastMail {

    /** The last mails that came in between two moments, newest first. */
    List<Item> last(Instant from, Instant until, int most);

    /**
     * A mail as it is now.
     *
     * @param entry under which it was registered
     * @param party the customer it was registered for
     * @param ofCase whether it went to its case, so that no rule was asked
     */
    record Item(
            UUID message,
            Optional<UUID> entry,
            Instant at,
            Optional<UUID> party,
            Placed placed,
            boolean ofCase,
            IncomingMail mail) {}

    /** The unit that has it now, and the unit of the mailbox it came in by. */
    record Placed(UnitId unit, UnitId mailbox) {}
}
