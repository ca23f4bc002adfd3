// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal;

import be.onthaal.mail.MessageId;
import java.util.Optional;

/**
 * A message that was kept and waits to be read.
 *
 * @param reason why it is only a header
 */
record StoredMail(MessageId id, byte[] bytes, Optional<String> reason) {

    boolean complete() {
        return reason.isEmpty();
    }
}
