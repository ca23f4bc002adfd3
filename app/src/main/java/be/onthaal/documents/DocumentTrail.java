// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents;

import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.cases.CaseLine;
import be.onthaal.cases.CaseLines;
import be.onthaal.party.PartyId;
import be.onthaal.timeline.Subject;
import be.onthaal.timeline.Timeline;
import be.onthaal.timeline.TimelineLine;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What happens to a document, in the log and on the timelines of its cases. */
@Component
class DocumentTrail {

    /** How timelines and the log call a document. */
    static final String KIND = "PIECE";

    private final Audit audit;
    private final Timeline timeline;
    private final DocumentStore documents;
    private final CaseLines cases;
    private final Clock clock;

    DocumentTrail(
            Audit audit, Timeline timeline, DocumentStore documents, CaseLines cases, Clock clock) {
        this.audit = audit;
        this.timeline = timeline;
        this.documents = documents;
        this.cases = cases;
        this.clock = clock;
    }

    /** Something was done with it, told in each of its cases that the caller sees. */
    void step(Document document, String event, Map<String, String> facts) {
        List<CaseLine> held = cases.of(documents.casesOf(document.id()));
        audit.record(event(event, document, held, facts));
        held.forEach(file -> tell(document, event, file));
    }

    /** The same in one case, such as that from which it was taken. */
    void step(Document document, String event, CaseLine file) {
        audit.record(event(event, document, List.of(file), Map.of()));
        tell(document, event, file);
    }

    /** It became more confidential, and so does what was told of it before. */
    void raised(DocumentId id, Confidentiality level) {
        timeline.closer(id.value(), level);
    }

    /** Somebody looked at it, or took it along. */
    void consulted(Document document, String event, Map<String, String> facts) {
        List<CaseLine> held = cases.of(documents.casesOf(document.id()));
        audit.consulted(event(event, document, held, facts));
    }

    private AuditEvent event(
            String action, Document document, List<CaseLine> held, Map<String, String> facts) {
        Document.Placement placement = document.placement();
        var subject =
                AuditEvent.Subject.of(
                        KIND, document.id().value(), placement.confidentiality(), placement.unit());
        List<UUID> customers =
                documents.customersOf(document.id()).stream().map(PartyId::value).toList();
        AuditEvent event =
                AuditEvent.of(
                                action,
                                held.stream()
                                        .findFirst()
                                        .map(file -> subject.inCase(file.id().value()))
                                        .orElse(subject))
                        .about(customers);
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            event = event.with(fact.getKey(), fact.getValue());
        }
        return event;
    }

    private void tell(Document document, String event, CaseLine file) {
        Confidentiality level =
                Confidentiality.of(
                        Math.max(
                                document.placement().confidentiality().level(),
                                file.traits().confidentiality().level()));
        timeline.add(
                new Subject(
                        Subject.Kind.CASE,
                        file.id().value(),
                        level,
                        Optional.of(file.placement().unit())),
                new TimelineLine(
                        clock.instant(),
                        event,
                        Optional.empty(),
                        Callers.current().name(),
                        Optional.of(
                                new TimelineLine.Ref(
                                        KIND, document.id().value(), Optional.empty())),
                        document.about().title(),
                        Map.of()));
    }
}
