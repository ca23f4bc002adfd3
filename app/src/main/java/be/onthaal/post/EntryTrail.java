// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import be.onthaal.access.Callers;
import be.onthaal.access.UnitId;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.cases.CaseId;
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
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What a change of an entry leaves behind: in the log, on the customer's timeline, for search. */
@Component
class EntryTrail {

    private final Audit audit;
    private final Timeline timeline;
    private final Search search;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EntryTrail(
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

    /** Records the change. */
    void record(String action, RegisterEntry entry) {
        List<java.util.UUID> parties = entry.piece().party().map(PartyId::value).stream().toList();
        audit.record(
                AuditEvent.of(action, subject(entry))
                        .about(parties)
                        .with("number", entry.number().display()));
    }

    /** Records the change and tells it on the customer's timeline. */
    void tell(String event, RegisterEntry entry) {
        record(event, entry);
        entry.piece()
                .party()
                .ifPresent(party -> timeline.add(about(party, entry), line(event, entry)));
    }

    /** It belongs to a case now, told before it goes where whoever brought it may not see it. */
    void linked(RegisterEntry entry) {
        tell("post.case-linked", entry);
        entry.caseLink()
                .ifPresent(link ->
                        events.publishEvent(new EntryLinked(entry.id(), new CaseId(link.id()))));
    }

    void index(RegisterEntry entry) {
        search.put(
                new Findable(
                        "POST",
                        entry.id().value(),
                        Optional.of(entry.number().display()),
                        entry.piece().subject(),
                        entry.piece().correspondent(),
                        "",
                        new Findable.Visibility(
                                entry.filing().confidentiality(),
                                Optional.of(entry.filing().unit())),
                        entry.filing().at()));
    }

    /** It went to another unit, and all that belongs to it with it. */
    void moved(String action, RegisterEntry entry) {
        record(action, entry);
        RegisterEntry.Filing filing = entry.filing();
        timeline.moved(entry.id().value(), filing.unit(), filing.confidentiality());
        index(entry);
        events.publishEvent(
                new EntryMoved(
                        entry.id(), filing.source(), filing.unit(), filing.confidentiality()));
    }

    private TimelineLine line(String event, RegisterEntry entry) {
        return new TimelineLine(
                clock.instant(),
                event,
                Optional.of(entry.piece().channel().name()),
                Callers.current().name(),
                Optional.of(
                        new TimelineLine.Ref(
                                "POST", entry.id().value(), Optional.of(entry.number().display()))),
                entry.piece().subject(),
                Map.of("direction", entry.direction().name()));
    }

    private static Subject about(PartyId party, RegisterEntry entry) {
        UnitId unit = entry.filing().unit();
        return new Subject(
                Subject.Kind.PARTY,
                party.value(),
                entry.filing().confidentiality(),
                Optional.of(unit));
    }

    private static AuditEvent.Subject subject(RegisterEntry entry) {
        var subject =
                AuditEvent.Subject.of(
                        "POST",
                        entry.id().value(),
                        entry.filing().confidentiality(),
                        entry.filing().unit());
        return entry.caseLink().map(link -> subject.inCase(link.id())).orElse(subject);
    }
}
