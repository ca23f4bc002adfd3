// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.cases.CaseTrail.Step;
import be.onthaal.cases.model.Right;
import be.onthaal.common.Brussels;
import be.onthaal.common.FreeText;
import be.onthaal.common.Refused;
import be.onthaal.common.Term;
import be.onthaal.common.TermEnd;
import be.onthaal.common.TermRule;
import be.onthaal.party.OwnFile;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The term of a case while it runs: standing still while the customer or another is to act, going
 * on, extended once. Each time its end is reckoned again, from the day the case was received.
 */
@Service
public class CaseTerms {

    private static final int LONGEST_REASON = 2_000;

    private final CaseStore cases;
    private final CasePauses pauses;
    private final TaskPauses tasks;
    private final CaseTypes types;
    private final CaseCalendars calendars;
    private final CaseTrail trail;
    private final OwnFile ownFile;
    private final Clock clock;

    CaseTerms(
            CaseStore cases,
            CasePauses pauses,
            TaskPauses tasks,
            CaseTypes types,
            CaseCalendars calendars,
            CaseTrail trail,
            OwnFile ownFile,
            Clock clock) {
        this.cases = cases;
        this.pauses = pauses;
        this.tasks = tasks;
        this.types = types;
        this.calendars = calendars;
        this.trail = trail;
        this.ownFile = ownFile;
        this.clock = clock;
    }

    /** Lets the term stand still, with the reason that the customer may read. */
    @Transactional
    public void suspend(CaseId id, String reason) {
        CaseFile file = stillOpen(id);
        String why = written(reason);
        Instant now = clock.instant();
        Term still = term(file).suspended(now);
        pauses.begin(id, now, why);
        write(file, still, CaseStatus.WAITING);
        trail.step(file, Step.of("cases.suspended", why));
    }

    /** Lets the term go on; its end lies as much later as it stood still. */
    @Transactional
    public void resume(CaseId id) {
        CaseFile file = stillOpen(id);
        Instant now = clock.instant();
        Term running = term(file).resumed(now);
        pauses.end(id, now);
        tasks.over(file, running.pauses().getLast().from(), now);
        CaseFile resumed = write(file, running, CaseStatus.OPEN);
        trail.step(resumed, Step.of("cases.resumed", resumed.term().dueOn().toString()));
    }

    /** Extends the term once by what its type allows, before it is over. */
    @Transactional
    public void extend(CaseId id, String reason) {
        CaseFile file = stillOpen(id);
        String why = written(reason);
        CaseType type = types.get(file.matter().typeId());
        CaseRights.require(type, Right.Act.EXTEND, file.placement());
        int by =
                type.definition()
                        .extendableBy()
                        .orElseThrow(() -> new Refused("cases.not-extendable"));
        Term extended = term(file).extended(inItsUnit(file, by));
        if (file.term().dueOn().isBefore(runUntil(extended))) {
            throw new Refused("cases.extended-too-late", file.term().dueOn());
        }
        write(file, extended, file.progress().status());
        trail.step(file, Step.of("cases.extended", why));
    }

    /**
     * A case as received on a day, with the end that another system gave it or its type asks, and
     * ending on the latest day it may. It is not written yet.
     */
    CaseFile endingBy(
            CaseFile file,
            LocalDate startsOn,
            Optional<LocalDate> given,
            Optional<LocalDate> latest) {
        CaseFile asked = reckoned(file, startsOn, given);
        Optional<LocalDate> earlier = latest.filter(day -> day.isBefore(asked.term().dueOn()));
        if (earlier.isEmpty()) {
            return asked;
        }
        LocalDate end = earlier.get();
        LocalDate first = reckoned(file, startsOn, earlier).term().dueOn();
        LocalDate without = end.minusDays(end.until(first, ChronoUnit.DAYS));
        return reckoned(file, startsOn, Optional.of(without));
    }

    private CaseFile reckoned(CaseFile file, LocalDate startsOn, Optional<LocalDate> given) {
        CaseFile.Term term = file.term();
        var asked = new CaseFile.Term(startsOn, term.dueOn(), term.why(), term.extension(), given);
        var change = new CaseFile.Changed(clock.instant(), Callers.current().name());
        CaseFile with = file.timed(asked, file.progress().status(), change);
        return file.timed(
                new CaseFile.Term(startsOn, endOf(with), term.extension(), given),
                file.progress().status(),
                change);
    }

    /**
     * Reckons the end of a case again, after its type became another; also while it stands still.
     */
    CaseFile again(CaseFile file) {
        return write(file, term(file), file.progress().status());
    }

    /** When a case would end, as its type says now. */
    TermEnd endOf(CaseFile file) {
        Term term = term(file);
        return term.end(calendars.of(term.rule(), file.placement().unit()));
    }

    /** The day until which it ran: today, or the one from which on it stands still. */
    private LocalDate runUntil(Term term) {
        return term.standsStill()
                ? Brussels.date(term.pauses().getLast().from())
                : Brussels.today(clock);
    }

    /** A case that closes has no term that stands still; opened again, it goes on from here. */
    void closed(CaseFile file) {
        Term term = term(file);
        if (term.standsStill()) {
            Instant now = clock.instant();
            pauses.end(file.id(), now);
            cases.time(reckoned(file, term.resumed(now), file.progress().status()));
        }
    }

    private CaseFile write(CaseFile file, Term term, CaseStatus status) {
        CaseFile changed = reckoned(file, term, status);
        cases.update(changed);
        cases.time(changed);
        return changed;
    }

    private CaseFile reckoned(CaseFile file, Term term, CaseStatus status) {
        TermEnd end = term.end(calendars.of(term.rule(), file.placement().unit()));
        var change = new CaseFile.Changed(clock.instant(), Callers.current().name());
        CaseFile.Term before = file.term();
        return file.timed(
                new CaseFile.Term(before.startsOn(), end, term.extension(), before.given()),
                status,
                change);
    }

    /** By the rule of its type, unless another system gave the end: then so many days as that. */
    private Term term(CaseFile file) {
        List<Term.Pause> still = pauses.of(file.id());
        int extension = file.term().extension();
        Optional<LocalDate> given = file.term().given();
        if (given.isPresent()) {
            LocalDate dayBefore = given.get().minusDays(1);
            LocalDate from =
                    file.term().startsOn().isAfter(dayBefore) ? dayBefore : file.term().startsOn();
            int days = Math.toIntExact(from.until(given.get(), ChronoUnit.DAYS));
            return new Term(inDays(days), Brussels.startOfDay(from), extension, still);
        }
        TermRule rule = ofItsType(file);
        Instant start = CaseCalendars.start(rule, file.term().startsOn(), file.intake().openedAt());
        return new Term(rule, start, extension, still);
    }

    private TermRule ofItsType(CaseFile file) {
        return types.get(file.matter().typeId()).definition().term();
    }

    private static TermRule inDays(int days) {
        return new TermRule(days, TermRule.Unit.CALENDAR_DAYS, TermRule.Start.DAY_AFTER, false);
    }

    /**
     * An extension as its term counts it: where the end was given, in days, what the type counts in
     * working days or hours.
     */
    private int inItsUnit(CaseFile file, int by) {
        TermRule.Unit unit = ofItsType(file).unit();
        if (file.term().given().isEmpty() || unit == TermRule.Unit.CALENDAR_DAYS) {
            return by;
        }
        LocalDate due = file.term().dueOn();
        LocalDate first = unit == TermRule.Unit.OPENING_HOURS ? due.plusDays(1) : due;
        var more = new TermRule(by, unit, TermRule.Start.DAY_AFTER, false);
        LocalDate end = more.dueOn(first, calendars.of(more, file.placement().unit()));
        return Math.max(1, Math.toIntExact(due.until(end, ChronoUnit.DAYS)));
    }

    private CaseFile stillOpen(CaseId id) {
        Callers.require(Permission.CASE_HANDLE);
        CaseFile file = cases.locked(id);
        ownFile.refuse(file.customer().party().stream().toList());
        CaseClosing.refuseClosed(file);
        return file;
    }

    private static String written(String reason) {
        return FreeText.required(
                reason, LONGEST_REASON, "cases.reason-missing", "cases.note-too-long");
    }

    /** Since when the term of a case stands still; nothing while it runs. */
    @Transactional(readOnly = true)
    public Optional<Instant> standsStillSince(CaseId id) {
        Callers.require(Permission.CASE_VIEW);
        return pauses.of(id).stream()
                .filter(pause -> pause.until().isEmpty())
                .map(Term.Pause::from)
                .findFirst();
    }
}
