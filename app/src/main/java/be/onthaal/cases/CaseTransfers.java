// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.cases.CaseTrail.Step;
import be.onthaal.cases.model.Phase;
import be.onthaal.cases.model.Retention;
import be.onthaal.common.Brussels;
import be.onthaal.common.FreeText;
import be.onthaal.common.Message;
import be.onthaal.common.NotFound;
import be.onthaal.common.Refused;
import be.onthaal.database.Parts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cases that were begun in another system, and go on here; and all open cases, on their way out.
 */
@Service
public class CaseTransfers {

    /** The result of a case that should not have been opened. */
    public static final String CANCELLED = "CANCELLED";

    private static final int LONGEST_NOTE = 100_000;

    private final CaseParts parts;
    private final CaseStore cases;
    private final CaseContents contents;
    private final CaseTrail trail;
    private final Parts together;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseTransfers(
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

    /** The case that was opened from this, if there is one. */
    @Transactional(readOnly = true)
    public Optional<CaseFile> find(Origin origin) {
        Callers.require(Permission.CASE_VIEW);
        return cases.find(origin);
    }

    /** Opens a case that was already running, with the term, phase, handler and notes it had. */
    @Transactional
    public CaseFile takeOver(OpenCase command, Formerly formerly) {
        Callers.require(Permission.CASE_HANDLE);
        Optional<CaseFile> before = command.intake().origin().flatMap(cases::find);
        if (before.isPresent()) {
            return before.get();
        }
        CaseType type = parts.types().current(command.typeCode());
        var phase = phase(type, formerly);
        CaseOpening.Prepared prepared = parts.opening().prepare(command, type);
        CaseFile begun =
                with(prepared, term(prepared.term(), formerly), phase.code())
                        .numbered(parts.numbers().next(clock.instant()));
        CaseFile file =
                formerly.handler()
                        .map(handler -> parts.assigning().giving(begun, handler))
                        .map(placement -> begun.placed(placement, begun.progress().changed()))
                        .orElse(begun);
        if (!cases.insert(file)) {
            parts.numbers().giveBack(file.number());
            return command.intake()
                    .origin()
                    .flatMap(cases::find)
                    .orElseThrow(() -> new NotFound("cases.case"));
        }
        parts.flow().advance(file, type);
        if (file.placement().handler().isPresent()) {
            contents.giveTo(file.id(), file.placement().handler());
        }
        formerly.notes().forEach(note -> contents.note(file.id(), note(note)));
        trail.step(file, Step.of("cases.taken-over", file.matter().subject()));
        trail.index(file);
        events.publishEvent(
                new CaseOpened(
                        file.id(),
                        file.number(),
                        file.customer().party(),
                        file.placement().unit(),
                        file.intake().channel()));
        return file;
    }

    /**
     * Cancels a case that should not have been opened. Its number stays in sight and is never given
     * again; its customer is taken out of it, and what it was opened from may be opened anew.
     */
    @Transactional
    public void cancel(CaseId id, String reason) {
        Callers.require(Permission.CASE_HANDLE);
        CaseFile file = cases.locked(id);
        CaseClosing.refuseClosed(file);
        Instant now = clock.instant();
        String by = Callers.current().name();
        var closing =
                new CaseFile.Closing(
                        now,
                        by,
                        CANCELLED,
                        Retention.Action.DESTROY,
                        Optional.of(Brussels.date(now)));
        CaseFile ended =
                file.progressed(
                        CaseStatus.CLOSED, Optional.of(closing), new CaseFile.Changed(now, by));
        cases.update(ended);
        parts.terms().closed(ended);
        cases.unbind(id);
        contents.dropOpen(id);
        trail.inside(ended, Step.of("cases.cancelled", reason));
        trail.index(cases.get(id));
        events.publishEvent(new CaseClosed(id, file.number(), file.customer().party(), CANCELLED));
    }

    /** Open cases with their notes, a page at a time in a fixed order; of those the caller sees. */
    @Transactional(readOnly = true)
    public List<CaseDetail> openAfter(Optional<CaseId> after, int most) {
        Callers.require(Permission.CASE_VIEW);
        return cases.openAfter(after, most).stream()
                .map(file ->
                        new CaseDetail(
                                file,
                                List.of(),
                                together.answer(contents.notes(file.id())),
                                List.of(),
                                Optional.empty()))
                .toList();
    }

    private static Phase phase(CaseType type, Formerly formerly) {
        List<Phase> phases = type.definition().phases();
        if (formerly.phase().isEmpty()) {
            return phases.getFirst();
        }
        String code = formerly.phase().get();
        return phases.stream()
                .filter(phase -> phase.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refused("cases.phase", code));
    }

    private static CaseFile.Term term(CaseFile.Term reckoned, Formerly formerly) {
        return formerly.dueOn()
                .map(due ->
                        new CaseFile.Term(
                                reckoned.startsOn(),
                                due,
                                Message.of("cases.term-taken-over"),
                                0,
                                Optional.of(due)))
                .orElse(reckoned);
    }

    private static CaseOpening.Prepared with(
            CaseOpening.Prepared prepared, CaseFile.Term term, String phase) {
        CaseFile.Progress progress = prepared.progress();
        return new CaseOpening.Prepared(
                prepared.matter(),
                prepared.customer(),
                prepared.placement(),
                prepared.intake(),
                term,
                new CaseFile.Progress(
                        phase,
                        progress.since(),
                        progress.status(),
                        progress.closing(),
                        progress.revision(),
                        progress.changed()));
    }

    private static String note(String text) {
        return FreeText.required(text, LONGEST_NOTE, "cases.note-missing", "cases.note-too-long");
    }
}
