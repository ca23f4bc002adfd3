// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail;

import java.time.Instant;
import java.util.UUID;

/**
 * A mail of the same sender with the same subject that came in shortly before. Anybody can write
 * both, so it is shown to a person and nothing follows from it.
 *
 * @param entry under which it was registered
 */
public record MailAlike(MessageId id, UUID entry, String subject, Instant at) {

    boolean continuedBy(String later) {
        String base = Subjects.base(subject);
        return !base.isEmpty() && base.equals(Subjects.base(later));
    }
}
