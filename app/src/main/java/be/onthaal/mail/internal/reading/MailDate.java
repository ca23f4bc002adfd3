// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When the sender says the mail was sent: as written, and as an instant when that is possible. */
public record MailDate(String written, @Nullable Instant instant) {

    public Optional<Instant> sentAt() {
        return Optional.ofNullable(instant);
    }
}
