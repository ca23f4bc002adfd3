// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.cases.CaseDetail;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseId;
import be.onthaal.common.Brussels;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.party.ContactPoint;
import be.onthaal.party.Party;
import be.onthaal.party.PartyId;
import be.onthaal.timeline.Timeline;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers everything about a case. */
@Service
class CaseDesk {

    private static final int LINES = 100;
    private static final int LOOKERS = 50;

    private final DeskModules modules;
    private final CaseMail mail;
    private final Replies replies;
    private final Timeline timeline;
    private final Audit audit;
    private final Lists lists;
    private final Clock clock;

    CaseDesk(
            DeskModules modules,
            CaseMail mail,
            Replies replies,
            Timeline timeline,
            Audit audit,
            Lists lists,
            Clock clock) {
        this.modules = modules;
        this.mail = mail;
        this.replies = replies;
        this.timeline = timeline;
        this.audit = audit;
        this.lists = lists;
        this.clock = clock;
    }

    /** Shows it; with the code of a template, the answer is filled in with that one. */
    @Transactional
    CasePage show(CaseId id, Optional<String> template, boolean conflict) {
        CaseDetail detail = modules.cases().get(id);
        CaseFile file = detail.file();
        audit.consulted(consultation(file));
        Optional<Party> party = file.customer().party().flatMap(this::party);
        var story =
                new CasePage.Story(
                        Days.of(timeline.of(id.value(), LINES)),
                        letters(file),
                        Lookers.among(audit.ofCase(id.value(), LOOKERS)));
        return new CasePage(
                detail,
                party,
                story,
                replies.begun(file, party, template),
                choices(file),
                standing(file, conflict));
    }

    private Optional<Party> party(PartyId id) {
        return Callers.current().may(Permission.PARTY_VIEW)
                ? Optional.of(modules.parties().get(id))
                : Optional.empty();
    }

    private List<Letter> letters(CaseFile file) {
        return Stream.concat(
                        modules.dispatches().ofCase(file.id().value()).stream().map(Letter::of),
                        mail.of(file).stream().map(Letter::of))
                .sorted(Comparator.comparing(Letter::at).reversed())
                .toList();
    }

    private CasePage.Choices choices(CaseFile file) {
        boolean coordinates = Callers.current().may(Permission.COORDINATE);
        return new CasePage.Choices(
                lists.caseType(file.matter().typeId()),
                lists.units(),
                lists.unitNames(),
                coordinates ? lists.colleagues() : List.of());
    }

    private CasePage.Standing standing(CaseFile file, boolean conflict) {
        Caller caller = Callers.current();
        boolean mine =
                caller.employee()
                        .map(EmployeeId::new)
                        .filter(me -> file.placement().handler().equals(Optional.of(me)))
                        .isPresent();
        return new CasePage.Standing(
                Brussels.today(clock),
                mine,
                caller.may(Permission.CASE_HANDLE),
                caller.may(Permission.COORDINATE),
                conflict);
    }

    private static AuditEvent consultation(CaseFile file) {
        var subject =
                AuditEvent.Subject.of(
                                "CASE",
                                file.id().value(),
                                file.matter().confidentiality(),
                                file.placement().unit())
                        .inCase(file.id().value());
        return AuditEvent.of("cases.consulted", subject)
                .about(file.customer().party().map(PartyId::value).stream().toList())
                .with("number", file.number().display());
    }

    /** The address that the customer is mailed at. */
    static Optional<String> address(Optional<Party> party) {
        return party.flatMap(known -> known.reachedBy(ContactPoint.Kind.EMAIL));
    }
}
