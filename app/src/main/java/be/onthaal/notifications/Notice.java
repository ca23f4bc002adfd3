// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.notifications;

import java.time.Instant;
import java.util.UUID;

/** Something an employee is told; the subject names a number rather than a person. */
public record Notice(
        UUID id, NoticeKind kind, String subject, String link, Instant at, boolean read) {}
