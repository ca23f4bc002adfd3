// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.dispatch;

import java.time.Instant;
import java.util.Optional;

/**
 * A sending and what became of it.
 *
 * @param what as it was sent: subject without line ends, addresses checked
 * @param messageId without angle brackets
 * @param problem why it was not sent or did not arrive: an answer of a mail server, or a code such
 *     as {@code address-limit}
 */
public record Dispatch(
        DispatchId id,
        NewDispatch what,
        String messageId,
        State state,
        Instant madeAt,
        String madeBy,
        Optional<Instant> sentAt,
        Optional<String> problem) {

    /** How far it is. */
    public enum State {
        /** Waits for the mail server. */
        QUEUED,
        /** The mail server took it. */
        SENT,
        /** The mail server did not take it; an administrator may try again. */
        FAILED,
        /** It came back. */
        BOUNCED,
        /** Automatic, and one too many within the hour; kept and not sent. */
        WITHHELD
    }
}
