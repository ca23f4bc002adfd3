// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.audit;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One action, as the log keeps it (prov:Activity). Immutable.
 *
 * @param action stable code such as {@code cases.closed}; the screen has a sentence for it
 * @param subject what it was done to
 * @param parties the customers it concerns
 * @param detail few, short facts that explain it; never texts of a file
 */
public record AuditEvent(
        String action, Subject subject, List<UUID> parties, Map<String, String> detail) {

    public AuditEvent {
        parties = List.copyOf(parties);
        detail = Map.copyOf(detail);
    }

    /**
     * What an action or consultation is about.
     *
     * @param caseId the case it belongs to, so that the case can show its own log
     * @param confidentiality who may see the log line: the same people who may see its subject
     */
    public record Subject(
            String kind,
            UUID id,
            Optional<UUID> caseId,
            Confidentiality confidentiality,
            Optional<UnitId> unit) {

        /** A subject that any colleague may know of. */
        public static Subject of(String kind, UUID id) {
            return new Subject(
                    kind, id, Optional.empty(), Confidentiality.INTERNAL, Optional.empty());
        }

        /** A subject that belongs to a unit and is as confidential as it says. */
        public static Subject of(
                String kind, UUID id, Confidentiality confidentiality, UnitId unit) {
            return new Subject(kind, id, Optional.empty(), confidentiality, Optional.of(unit));
        }

        public Subject inCase(UUID caseFile) {
            return new Subject(kind, id, Optional.of(caseFile), confidentiality, unit);
        }
    }

    public static AuditEvent of(String action, Subject subject) {
        return new AuditEvent(action, subject, List.of(), Map.of());
    }

    public AuditEvent about(UUID party) {
        return new AuditEvent(action, subject, List.of(party), detail);
    }

    public AuditEvent about(List<UUID> concerned) {
        return new AuditEvent(action, subject, concerned, detail);
    }

    public AuditEvent with(String key, String value) {
        var more = new java.util.HashMap<>(detail);
        more.put(key, value);
        return new AuditEvent(action, subject, parties, more);
    }
}
