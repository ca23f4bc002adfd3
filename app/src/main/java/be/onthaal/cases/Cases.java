// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseTrail.Step;
import be.onthaal.cases.model.Right;
import be.onthaal.common.Brussels;
import be.onthaal.common.FreeText;
import be.onthaal.common.NotFound;
import be.onthaal.common.Page;
import be.onthaal.common.PageRequest;
import be.onthaal.common.PublicNumber;
import be.onthaal.common.Refused;
import be.onthaal.database.Part;
import be.onthaal.database.Parts;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.organisation.Unit;
import be.onthaal.party.PartyId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The cases of the authority: opened, handled, answered and closed, with every step on record. */
@Service
public class Cases {

    /**
     * Longer subjects are refused; intake shortens what a stranger wrote before it opens a case.
     */
    public static final int LONGEST_SUBJECT = 2_000;

    private static final int LONGEST_NOTE = 100_000;
    private static final int LONGEST_REASON = 2_000;
    private static final int SUMMARY = 200;

    private final CaseParts parts;
    private final CaseStore cases;
    private final CaseContents contents;
    private final CaseTrail trail;
    private final Parts together;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Cases(
            CaseParts parts,
            CaseStore cases,
            CaseContents contents,
            CaseTrail trail,
            Parts together,
            ApplicationEventPublisher events,
            Clock clock) {
        this.parts = parts;
        this.cases = cases;
        this.contents = contents;
        this.trail = trail;
        this.together = together;
        this.events = events;
        this.clock = clock;
    }

    /** Opens a case; the same origin opens one case and finds it back after. */
    @Transactional
    public CaseFile open(OpenCase command) {
        Callers.require(Permission.CASE_HANDLE);
        Optional<CaseFile> before = command.intake().origin().flatMap(cases::find);
        if (before.isPresent()) {
            return before.get();
        }
        parts.ownFile().refuse(command.party().stream().toList());
        CaseType type = parts.types().current(command.typeCode());
        CaseRights.require(type, Right.Act.OPEN, CaseRights.nobody(command.unit()));
        CaseOpening.Prepared prepared = parts.opening().prepare(command, type);
        CaseFile file = prepared.numbered(parts.numbers().next(clock.instant()));
        if (!cases.insert(file)) {
            parts.numbers().giveBack(file.number());
            return meanwhile(command);
        }
        trail.step(file, Step.of("cases.opened", file.matter().subject()));
        trail.index(file);
        parts.flow().begin(file, type);
        events.publishEvent(
                new CaseOpened(
                        file.id(),
                        file.number(),
                        file.customer().party(),
                        file.placement().unit(),
                        file.intake().channel()));
        return file;
    }

    /** What somebody else opened from the same origin at the same moment. */
    private CaseFile meanwhile(OpenCase command) {
        return command.intake()
                .origin()
                .flatMap(cases::find)
                .orElseThrow(() -> new NotFound("cases.case"));
    }

    /** The case with its tasks and notes. Showing it must be logged by whoever shows it. */
    @Transactional(readOnly = true)
    public CaseDetail get(CaseId id) {
        Callers.require(Permission.CASE_VIEW);
        return detail(id);
    }

    /**
     * The case with its tasks and notes, with the consultation logged in the same commit. Begins a
     * transaction of its own, in which the caller's purpose is the case.
     */
    @Transactional(propagation = Propagation.NEVER)
    public CaseDetail consult(CaseId id) {
        var reader = Callers.require(Permission.CASE_VIEW).with(Purpose.CASE);
        return Callers.as(
                reader,
                () ->
                        parts.transactions()
                                .execute(status -> {
                                    CaseDetail detail = detail(id);
                                    trail.consulted(detail.file());
                                    return detail;
                                }));
    }

    /** The case with this number, if there is one that the caller may see. */
    @Transactional(readOnly = true)
    public Optional<CaseFile> findByNumber(PublicNumber number) {
        Callers.require(Permission.CASE_VIEW);
        return cases.find(number);
    }

    /** A page of a list that people work from. */
    @Transactional(readOnly = true)
    public Page<CaseLine> list(CaseFilter filter, PageRequest page) {
        Callers.require(Permission.CASE_VIEW);
        return together.answer(parts.lists().list(filter, page)).page();
    }

    /** How many cases each open view holds, exactly. */
    @Transactional(readOnly = true)
    public Map<CaseFilter.View, Long> counts() {
        Callers.require(Permission.CASE_VIEW);
        return together.answer(parts.lists().counts());
    }

    /** The open cases of a customer that the caller may see, the newest first; a part of a page. */
    public Part<List<CaseLine>> partOfCustomer(Collection<PartyId> profiles, int most) {
        Callers.require(Permission.CASE_VIEW);
        return parts.lists().openOf(profiles, most);
    }

    /** The open cases with a handler whose term ends after one date and by another. */
    public Part<List<CaseLine>> partOfDue(LocalDate after, LocalDate until) {
        Callers.require(Permission.CASE_VIEW);
        return parts.lists().handledAndDue(after, until);
    }

    /** The list with the counts of the views beside it, as a part of a page. */
    public Part<CaseList> partOfList(CaseFilter filter, PageRequest page) {
        Callers.require(Permission.CASE_VIEW);
        return parts.lists().list(filter, page);
    }

    /** The caller becomes the handler of a case that has none. */
    @Transactional
    public void take(CaseId id) {
        Callers.require(Permission.CASE_HANDLE);
        CaseFile file = stillOpen(id);
        assign(file, parts.assigning().taking(file));
    }

    /** Gives a case to a colleague; a matter for those who spread work. */
    @Transactional
    public void assign(CaseId id, EmployeeId handler) {
        Callers.require(Permission.CASE_HANDLE);
        CaseFile file = stillOpen(id);
        boolean myself =
                Callers.current().employee().equals(Optional.of(handler.value()))
                        && file.placement().handler().isEmpty();
        assign(
                file,
                myself ? parts.assigning().taking(file) : parts.assigning().giving(file, handler));
    }

    /** Gives a case to a colleague, provided it still is as the caller saw it. */
    @Transactional
    public void assign(CaseId id, int revision, EmployeeId handler) {
        Callers.require(Permission.CASE_HANDLE);
        CaseClosing.refuseChanged(handled(cases.locked(id)), revision);
        assign(id, handler);
    }

    /** Gives a case back to its unit. */
    @Transactional
    public void release(CaseId id) {
        Callers.require(Permission.CASE_HANDLE);
        CaseFile file = stillOpen(id);
        if (file.placement().handler().isEmpty()) {
            return;
        }
        CaseFile released = file.placed(parts.assigning().releasing(file), now());
        cases.update(released);
        contents.giveTo(id, Optional.empty());
        trail.inside(released, Step.of("cases.released", ""));
    }

    /** Gives a case to another unit, without a handler. */
    @Transactional
    public void moveToUnit(CaseId id, UnitId to) {
        Callers.require(Permission.CASE_HANDLE);
        CaseFile file = stillOpen(id);
        if (file.placement().unit().equals(to)) {
            return;
        }
        parts.assigning().refuseBringingHome(file, to);
        giveTo(file, to);
    }

    private void giveTo(CaseFile file, UnitId to) {
        Unit unit = parts.units().get(to);
        if (!unit.openOn(Brussels.today(clock))) {
            throw new Refused("organisation.unit-closed", unit.name());
        }
        CaseFile.Changed change = now();
        cases.move(file.id(), to, change);
        trail.moved(
                file.placed(new CaseFile.Placement(to, Optional.empty(), ""), change), unit.name());
    }

    /** Ticks a task off. */
    @Transactional
    public void finishTask(CaseId id, UUID task) {
        parts.work().finish(id, task, CaseHandling.Finishing.PLAIN);
    }

    /** Writes something down for colleagues. */
    @Transactional
    public void addNote(CaseId id, String text) {
        Callers.require(Permission.CASE_HANDLE);
        CaseFile file = stillOpen(id);
        String note =
                FreeText.required(text, LONGEST_NOTE, "cases.note-missing", "cases.note-too-long");
        contents.note(id, note);
        trail.inside(file, Step.of("cases.note-added", summary(note)));
    }

    /**
     * Records that the customer wrote about the case, open or closed. Whoever has the case before
     * him without that answer does not see it whole any more: his next step is refused until he
     * looks again. A term that stood still goes on. Who wrote about a case that was merged wrote
     * about the one that goes on.
     */
    @Transactional
    public void answerReceived(CaseId about, String summary, UUID entry) {
        Callers.require(Permission.CASE_HANDLE);
        CaseId id = parts.merges().head(about);
        CaseFile file = handled(cases.locked(id));
        if (file.progress().status() == CaseStatus.WAITING) {
            parts.terms().resume(id);
        }
        cases.heard(id, now());
        trail.step(file, Step.of("cases.answer-received", summary(summary), "POST", entry));
        events.publishEvent(
                new CaseAnswerReceived(
                        id,
                        file.number(),
                        file.matter().subject(),
                        file.placement().unit(),
                        file.placement().handler(),
                        entry));
    }

    /** Records that an answer went to the customer. */
    @Transactional
    public void answerSent(CaseId id, UUID dispatch, String summary) {
        Callers.require(Permission.CASE_HANDLE);
        CaseFile file = handled(cases.get(id));
        trail.step(file, Step.of("cases.answer-sent", summary(summary), "DISPATCH", dispatch));
    }

    /** Ends a case with a result, provided it still is as the caller saw it. */
    @Transactional
    public CaseFile close(CaseId id, int revision, String resultCode) {
        Callers.require(Permission.CASE_HANDLE);
        CaseFile file = handled(cases.locked(id));
        CaseClosing.Ending end = parts.closing().end(file, revision, resultCode);
        CaseFile closed = file.progressed(CaseStatus.CLOSED, Optional.of(end.closing()), now());
        cases.update(closed);
        contents.dropOpen(id);
        parts.terms().closed(closed);
        trail.step(closed, Step.of("cases.closed", end.resultName()));
        events.publishEvent(new CaseClosed(id, file.number(), file.customer().party(), resultCode));
        return closed;
    }

    /** Opens a closed case again. */
    @Transactional
    public CaseFile reopen(CaseId id, String reason) {
        Callers.require(Permission.CASE_HANDLE);
        String why =
                FreeText.required(
                        reason, LONGEST_REASON, "cases.reason-missing", "cases.note-too-long");
        CaseFile file = handled(cases.locked(id));
        if (!file.isClosed()) {
            throw new Refused("cases.not-closed");
        }
        CaseClosing.refuseCancelled(file);
        CaseType type = parts.types().get(file.matter().typeId());
        CaseRights.require(type, Right.Act.REOPEN, file.placement());
        CaseFile.Placement placement = parts.assigning().again(file.placement());
        CaseFile reopened = file.progressed(CaseStatus.OPEN, Optional.empty(), now()).at(placement);
        cases.update(reopened);
        trail.step(reopened, Step.of("cases.reopened", summary(why)));
        goOnWhereWorkIsDone(reopened);
        parts.flow().advance(reopened, type);
        events.publishEvent(
                new CaseReopened(id, file.number(), placement.unit(), placement.handler()));
        return reopened;
    }

    /** A unit that was merged since has no desk any more: its successor goes on. */
    void goOnWhereWorkIsDone(CaseFile file) {
        Unit now = parts.units().workedOnBy(file.placement().unit());
        if (!now.id().equals(file.placement().unit())) {
            giveTo(file, now.id());
        }
    }

    private CaseDetail detail(CaseId id) {
        Part<CaseFile> file = cases.part(id);
        Part<List<CaseTask>> tasks = contents.tasks(id);
        Part<List<CaseNote>> notes = contents.notes(id);
        Part<List<MergedCase>> merged = parts.merges().inside(id);
        Part<Optional<MergedCase>> into = parts.merges().outside(id);
        Parts.Answers answers = together.ask(file, tasks, notes, merged, into);
        return new CaseDetail(
                answers.to(file),
                answers.to(tasks),
                answers.to(notes),
                answers.to(merged),
                answers.to(into));
    }

    private void assign(CaseFile file, CaseFile.Placement placement) {
        if (placement.handler().equals(file.placement().handler())) {
            return;
        }
        CaseFile assigned = file.placed(placement, now());
        cases.update(assigned);
        contents.giveTo(file.id(), placement.handler());
        trail.inside(assigned, Step.of("cases.assigned", placement.handlerName()));
        boolean byHimself =
                Callers.current().employee().map(EmployeeId::new).equals(placement.handler());
        placement
                .handler()
                .ifPresent(handler ->
                        events.publishEvent(
                                new CaseAssigned(
                                        file.id(),
                                        file.number(),
                                        file.matter().subject(),
                                        handler,
                                        byHimself)));
    }

    /** Nobody handles a case of his own. */
    private CaseFile handled(CaseFile file) {
        parts.ownFile().refuse(file.customer().party().stream().toList());
        return file;
    }

    private CaseFile stillOpen(CaseId id) {
        CaseFile file = handled(cases.locked(id));
        CaseClosing.refuseClosed(file);
        return file;
    }

    private CaseFile.Changed now() {
        return new CaseFile.Changed(clock.instant(), Callers.current().name());
    }

    private static String summary(String text) {
        String clean = FreeText.clean(text, LONGEST_NOTE, "cases.note-too-long");
        int end =
                clean.offsetByCodePoints(
                        0, Math.min(SUMMARY, clean.codePointCount(0, clean.length())));
        return end < clean.length() ? clean.substring(0, end) + "…" : clean;
    }
}
