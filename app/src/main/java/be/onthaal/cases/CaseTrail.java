// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.Callers;
import be.onthaal.access.UnitId;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.party.PartyId;
import be.onthaal.search.Findable;
import be.onthaal.search.Search;
import be.onthaal.timeline.Subject;
import be.onthaal.timeline.Timeline;
import be.onthaal.timeline.TimelineLine;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What a change of a case leaves behind: in the log, on two timelines, for search. */
@Component
class CaseTrail {

    private final Audit audit;
    private final Timeline timeline;
    private final Search search;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseTrail(
            Audit audit,
            Timeline timeline,
            Search search,
            ApplicationEventPublisher events,
            Clock clock) {
        this.audit = audit;
        this.timeline = timeline;
        this.search = search;
        this.events = events;
        this.clock = clock;
    }

    /**
     * One step.
     *
     * @param event the code of it in the log and on the timeline
     * @param summary a first line of it for colleagues; never in the log
     * @param ref what it leads to, besides the case
     */
    record Step(String event, String summary, Optional<TimelineLine.Ref> ref) {

        static Step of(String event, String summary) {
            return new Step(event, summary, Optional.empty());
        }

        static Step of(String event, String summary, String refKind, UUID ref) {
            return new Step(
                    event,
                    summary,
                    Optional.of(new TimelineLine.Ref(refKind, ref, Optional.empty())));
        }
    }

    /** Records a step that concerns only colleagues. */
    void inside(CaseFile file, Step step) {
        audit.record(event(step.event(), file));
        timeline.add(
                subject(file, Subject.Kind.CASE, file.id().value()), line(file, step, step.ref()));
        events.publishEvent(
                new CaseStepTaken(
                        file.id(),
                        file.number(),
                        file.matter().typeCode(),
                        file.matter().confidentiality(),
                        step.event(),
                        clock.instant()));
    }

    /** Records a step that is part of the customer's story too. */
    void step(CaseFile file, Step step) {
        inside(file, step);
        var here =
                new TimelineLine.Ref(
                        "CASE", file.id().value(), Optional.of(file.number().display()));
        file.customer()
                .party()
                .ifPresent(party ->
                        timeline.add(
                                subject(file, Subject.Kind.PARTY, party.value()),
                                line(file, step, Optional.of(here))));
    }

    /** The case went to another unit, and all that belongs to it with it. */
    void moved(CaseFile file, String unitName) {
        timeline.moved(file.id().value(), file.placement().unit());
        inside(file, Step.of("cases.moved", unitName));
        index(file);
        events.publishEvent(
                new CaseMoved(file.id(), file.placement().unit(), file.matter().confidentiality()));
    }

    void consulted(CaseFile file) {
        audit.consulted(event("cases.consulted", file));
    }

    void index(CaseFile file) {
        String hint =
                file.customer().name().isEmpty()
                        ? file.matter().typeName()
                        : file.matter().typeName() + " · " + file.customer().name();
        search.put(
                new Findable(
                        "CASE",
                        file.id().value(),
                        Optional.of(file.number().display()),
                        file.matter().subject(),
                        hint,
                        file.matter().description(),
                        new Findable.Visibility(
                                file.matter().confidentiality(),
                                Optional.of(file.placement().unit())),
                        file.intake().openedAt()));
    }

    private TimelineLine line(CaseFile file, Step step, Optional<TimelineLine.Ref> ref) {
        return new TimelineLine(
                clock.instant(),
                step.event(),
                Optional.of(file.intake().channel().name()),
                Callers.current().name(),
                ref,
                step.summary(),
                Map.of("number", file.number().display()));
    }

    private static AuditEvent event(String action, CaseFile file) {
        List<UUID> parties = file.customer().party().map(PartyId::value).stream().toList();
        return AuditEvent.of(
                        action,
                        AuditEvent.Subject.of(
                                        "CASE",
                                        file.id().value(),
                                        file.matter().confidentiality(),
                                        file.placement().unit())
                                .inCase(file.id().value()))
                .about(parties)
                .with("number", file.number().display());
    }

    private static Subject subject(CaseFile file, Subject.Kind kind, UUID id) {
        UnitId unit = file.placement().unit();
        return new Subject(kind, id, file.matter().confidentiality(), Optional.of(unit));
    }
}
