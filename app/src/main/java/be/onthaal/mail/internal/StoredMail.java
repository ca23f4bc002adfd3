// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal;

import be.onthaal.mail.MessageId;
import java.time.Instant;
import java.util.Optional;

/**
 * A message that was kept and waits to be read.
 *
 * @param reason why it is only a header
 * @param receivedAt when the mail server got it, or else we
 */
record StoredMail(MessageId id, byte[] bytes, Optional<String> reason, Instant receivedAt) {

    boolean complete() {
        return reason.isEmpty();
    }
}
