// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.portal;

import be.onthaal.access.UnitId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A contact form that could not be taken in.
 *
 * @param problem code of why
 * @param unit the unit that would have got it; absent when there was none
 */
public record WebForm(
        UUID id,
        Instant receivedAt,
        Sender sender,
        String subject,
        String text,
        String problem,
        Optional<UnitId> unit) {

    /** Who sent it, as he wrote it. */
    public record Sender(String name, String email, String phone) {}
}
