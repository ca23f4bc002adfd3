// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.audit.Looker;
import be.onthaal.cases.CaseDetail;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.CaseLacks;
import be.onthaal.cases.CaseLinks;
import be.onthaal.cases.CaseNote;
import be.onthaal.cases.CaseRoles;
import be.onthaal.cases.CaseStatus;
import be.onthaal.cases.CaseType;
import be.onthaal.cases.model.Right;
import be.onthaal.common.Brussels;
import be.onthaal.database.Part;
import be.onthaal.database.Parts;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.party.PartyId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers everything about a case. */
@Service
class CaseDesk {

    private static final int LINES = 100;
    private static final int LOOKERS = 50;
    private static final int DOCUMENTS = 15;

    private final DeskModules modules;
    private final ReadTogether together;
    private final Replies replies;
    private final Audit audit;
    private final Lists lists;
    private final Parts parts;
    private final Clock clock;

    CaseDesk(
            DeskModules modules,
            ReadTogether together,
            Replies replies,
            Audit audit,
            Lists lists,
            Parts parts,
            Clock clock) {
        this.modules = modules;
        this.together = together;
        this.replies = replies;
        this.audit = audit;
        this.lists = lists;
        this.parts = parts;
        this.clock = clock;
    }

    @Transactional
    CasePage show(CaseId id, boolean conflict) {
        return show(id, conflict, Optional.empty());
    }

    /** The same after something that was typed into its fields could not be kept. */
    @Transactional
    CasePage show(CaseId id, boolean conflict, Optional<CasePage.Rejected> rejected) {
        CaseDetail detail = modules.cases().get(id);
        CaseFile file = detail.file();
        CaseType type = lists.caseType(file.matter().typeId());
        Part<Optional<CasePage.Customer>> known = replies.customer(file, type);
        Part<List<Letter>> letters = together.letters(detail);
        List<CaseId> members = detail.members();
        Part<Days> days = together.story(members, LINES).then(Days::of);
        Part<List<Looker>> lookers = audit.lookersOfCase(id.value(), LOOKERS);
        Part<Replies.Typed> typed = replies.typed(id);
        Part<Boolean> own =
                file.customer().party().map(modules.ownFile()::partOf).orElse(Part.known(false));
        Part<List<CaseRoles.Holder>> holders = modules.roles().partOf(id);
        Part<List<CaseLinks.Linked>> links = modules.links().partOf(id);
        Part<CasePage.Along> along = together.along(members);
        Part<List<CaseNote>> notes = together.notes(detail);
        Part<CasePage.Pieces> pieces =
                modules.documents()
                        .partOf(members, DOCUMENTS)
                        .with(modules.documents().count(members), CasePage.Pieces::new);
        Part<CaseLacks> lacks = modules.work().lacks(detail);
        Parts.Answers answers =
                parts.ask(
                        known, letters, days, lookers, typed, own, holders, links, pieces, lacks,
                        notes, along);
        var around =
                new CasePage.Around(
                        answers.to(holders),
                        answers.to(links),
                        answers.to(along),
                        answers.to(pieces),
                        answers.to(lacks));
        audit.consulted(consultation(file, around));
        together.consulted(detail.merged());
        Optional<CasePage.Customer> customer = answers.to(known);
        boolean isOwn = answers.to(own);
        if (isOwn) {
            file.customer().party().ifPresent(modules.ownFile()::viewed);
        }
        return new CasePage(
                detail.with(answers.to(notes)),
                customer,
                new CasePage.Story(answers.to(days), answers.to(letters), answers.to(lookers)),
                replies.begun(file, customer, answers.to(typed)),
                choices(detail, type),
                around,
                standing(file, conflict, isOwn),
                rejected);
    }

    private CasePage.Choices choices(CaseDetail detail, CaseType type) {
        CaseFile file = detail.file();
        boolean coordinates = Callers.current().coordinates(file.placement().unit());
        return new CasePage.Choices(
                type,
                lists.isBehind(type),
                modules.work().flow(detail),
                lists.units(),
                lists.unitNames(),
                coordinates ? lists.colleagues() : List.of());
    }

    private CasePage.Standing standing(CaseFile file, boolean conflict, boolean own) {
        Caller caller = Callers.current();
        boolean mine =
                caller.employee()
                        .map(EmployeeId::new)
                        .filter(me -> file.placement().handler().equals(Optional.of(me)))
                        .isPresent();
        LocalDate today = Brussels.today(clock);
        return new CasePage.Standing(
                today,
                file.progress().status() == CaseStatus.WAITING
                        ? modules.terms()
                                .standsStillSince(file.id())
                                .map(Brussels::date)
                                .orElse(today)
                        : today,
                mine,
                caller.may(Permission.CASE_HANDLE) && !own,
                caller.coordinates(file.placement().unit()) && !own,
                modules.work().may(file, Right.Act.CLOSE),
                modules.work().may(file, Right.Act.REOPEN),
                own,
                conflict);
    }

    private static AuditEvent consultation(CaseFile file, CasePage.Around around) {
        List<UUID> shown =
                Stream.concat(
                                file.customer().party().stream(),
                                Stream.concat(
                                                around.holders().stream(),
                                                around.along().holders().stream())
                                        .map(CaseRoles.Holder::party))
                        .map(PartyId::value)
                        .distinct()
                        .toList();
        var subject =
                AuditEvent.Subject.of(
                                "CASE",
                                file.id().value(),
                                file.matter().confidentiality(),
                                file.placement().unit())
                        .inCase(file.id().value());
        return AuditEvent.of("cases.consulted", subject)
                .about(shown)
                .with("number", file.number().display());
    }
}
