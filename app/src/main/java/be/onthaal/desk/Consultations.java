// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Callers;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.party.PartyId;
import be.onthaal.search.Found;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Logs what the pages show, in the transaction that reads it. */
@Component
class Consultations {

    private final Audit audit;

    Consultations(Audit audit) {
        this.audit = audit;
    }

    /** A list was shown: one line in the log with all the customers on it, and none without any. */
    void list(String action, Collection<PartyId> shown) {
        List<UUID> parties = shown.stream().map(PartyId::value).distinct().toList();
        if (!parties.isEmpty()) {
            UUID authority = Callers.current().authority().value();
            one(AuditEvent.of(action, AuditEvent.Subject.of("LIST", authority)), parties);
        }
    }

    /**
     * Something was found: one line with the customers in it, also when there were none among it.
     */
    void found(String action, Collection<Found> hits) {
        if (!hits.isEmpty()) {
            UUID authority = Callers.current().authority().value();
            one(
                    AuditEvent.of(action, AuditEvent.Subject.of("LIST", authority)),
                    hits.stream()
                            .filter(hit -> hit.kind().equals("PARTY"))
                            .map(Found::ref)
                            .distinct()
                            .toList());
        }
    }

    /** Enterprises of the public register were shown: some carry the name of a person. */
    void register(String action) {
        UUID authority = Callers.current().authority().value();
        one(AuditEvent.of(action, AuditEvent.Subject.of("LIST", authority)), List.of());
    }

    /** One thing was shown, with the customers it concerns. */
    void one(AuditEvent event, List<UUID> parties) {
        audit.consulted(event.about(parties));
    }
}
