// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.audit;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A line of the log as somebody who may see it reads it. */
public record LogLine(
        UUID id,
        Instant at,
        Kind kind,
        String action,
        String actor,
        String subjectKind,
        Optional<UUID> subject,
        int parties,
        Optional<UUID> caseId,
        String purpose,
        String channel,
        Map<String, String> detail) {

    /** What sort of line. */
    public enum Kind {
        ACTION,
        CONSULTATION,
        REFUSAL
    }
}
