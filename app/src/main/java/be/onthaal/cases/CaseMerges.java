// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.Permission;
import be.onthaal.cases.CaseMergeRows.Before;
import be.onthaal.cases.CaseMergeRows.Gone;
import be.onthaal.cases.CaseMergeRows.Merging;
import be.onthaal.cases.CaseTrail.Step;
import be.onthaal.cases.model.CaseTypeDefinition;
import be.onthaal.cases.model.Retention;
import be.onthaal.cases.model.Right;
import be.onthaal.cases.model.TaskDefinition;
import be.onthaal.cases.model.TaskKind;
import be.onthaal.cases.spi.CaseHold;
import be.onthaal.common.FreeText;
import be.onthaal.common.Refused;
import be.onthaal.database.Part;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes one case of two that are about the same. One of them goes on; the other ends as merged into
 * it and keeps its number and all that it holds, which is read with the one that goes on. What is
 * still to be done comes along, and the term is that of whichever was received first and must be
 * done first. It is undone exactly, until something happened that cannot be parted again.
 */
@Service
public class CaseMerges {

    /** The result of a case that was merged into another. */
    public static final String MERGED = "MERGED";

    private static final int LONGEST_REASON = 2_000;
    private static final int SUMMARY = 200;

    private final Cases cases;
    private final CaseParts parts;
    private final CaseStore store;
    private final CaseContents contents;
    private final CaseMergeRows rows;
    private final CaseSight sight;
    private final CaseTrail trail;
    private final List<CaseHold> holds;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseMerges(
            Cases cases,
            CaseParts parts,
            CaseStore store,
            CaseContents contents,
            CaseMergeRows rows,
            CaseSight sight,
            CaseTrail trail,
            List<CaseHold> holds,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cases = cases;
        this.parts = parts;
        this.store = store;
        this.contents = contents;
        this.rows = rows;
        this.sight = sight;
        this.trail = trail;
        this.holds = List.copyOf(holds);
        this.events = events;
        this.clock = clock;
    }

    /**
     * What merging two cases does.
     *
     * @param otherType whether they are of different types, which must be asked for by name
     * @param startsOn from which day the term of the case that goes on is reckoned then
     * @param dueOn when it must be done then
     * @param along the open tasks that are done in the case that goes on
     * @param dropped the open tasks that are not asked any more
     */
    public record Preview(
            CaseFile gone,
            CaseFile stays,
            boolean otherType,
            LocalDate startsOn,
            LocalDate dueOn,
            List<CaseTask> along,
            List<CaseTask> dropped) {}

    /**
     * Why two cases are merged.
     *
     * @param otherType whether that they are of different types is meant
     */
    public record Wish(String reason, boolean otherType) {}

    /** What merging the one case into the other would do; refused where it cannot be done. */
    @Transactional(readOnly = true)
    public Preview preview(CaseId gone, CaseId stays) {
        Callers.require(Permission.CASE_HANDLE);
        return of(new Both(store.get(gone), store.get(stays)));
    }

    /** Ends a case that still is as the caller saw it, because another about the same goes on. */
    @Transactional
    public void merge(CaseId gone, int revision, CaseId stays, Wish wish) {
        Callers.require(Permission.CASE_HANDLE);
        String why =
                FreeText.required(
                        wish.reason(),
                        LONGEST_REASON,
                        "cases.reason-missing",
                        "cases.note-too-long");
        Stream.of(gone, stays).map(store::get).forEach(this::refuseHeld);
        Both both = locked(gone, stays);
        Preview preview = of(both);
        CaseClosing.refuseChanged(both.gone(), revision);
        if (preview.otherType() && !wish.otherType()) {
            throw new Refused("cases.merge-type");
        }
        Instant now = clock.instant();
        List<CaseId> below = rows.below(gone);
        Before before = before(both.stays());
        rows.insert(gone, stays, before, ended(both.gone(), preview), why, now);
        rows.lead(below, stays);
        contents.dropped(gone, preview.dropped().stream().map(CaseTask::id).toList());
        contents.take(preview.along().stream().map(CaseTask::id).toList(), gone, stays);
        CaseFile ended = end(both.gone(), now);
        CaseFile timed = retimed(both.stays(), before);
        trail.step(
                ended, Step.of("cases.merged-away", said(both.stays(), why), "CASE", key(stays)));
        trail.step(timed, Step.of("cases.merged-in", said(both.gone(), why), "CASE", key(gone)));
        events.publishEvent(new CaseClosed(gone, ended.number(), ended.customer().party(), MERGED));
    }

    /**
     * Parts two cases that were merged; each is as it was, and goes on by itself. Gives the one
     * that went on.
     */
    @Transactional
    public CaseId undo(CaseId gone) {
        Callers.require(Permission.CASE_HANDLE);
        refuseOwn(store.get(gone));
        CaseId stays = merging(gone).into();
        Both both = locked(gone, stays);
        Merging merging = merging(gone);
        List<UUID> along = merging.gone().along();
        refuseEntangled(both.stays(), merging);
        contents.take(along, stays, gone);
        contents.open(gone, merging.gone().dropped());
        rows.undone(merging, clock.instant());
        rows.lead(rows.below(gone), gone);
        CaseFile.Placement placement = parts.assigning().again(both.gone().placement());
        CaseFile again =
                both.gone()
                        .progressed(merging.gone().status(), Optional.empty(), change())
                        .at(placement);
        store.update(again);
        CaseFile timed = retimed(both.stays(), merging.before());
        trail.step(again, Step.of("cases.unmerged", timed.number().display()));
        trail.step(timed, Step.of("cases.unmerged", again.number().display()));
        cases.goOnWhereWorkIsDone(again);
        events.publishEvent(
                new CaseReopened(gone, again.number(), placement.unit(), placement.handler()));
        return stays;
    }

    /** The notes of a case that is read with another, as a part of the page of that. */
    public Part<List<CaseNote>> partOfNotes(CaseId id) {
        Callers.require(Permission.CASE_VIEW);
        return contents.notes(id);
    }

    /** A case with all that was merged into it: what is kept of it is kept of these. */
    @Transactional(readOnly = true)
    public List<CaseId> members(CaseId id) {
        return rows.members(id);
    }

    /** Two cases, the one that ends and the one that goes on. */
    private record Both(CaseFile gone, CaseFile stays) {

        List<CaseFile> all() {
            return List.of(gone, stays);
        }
    }

    /** Both, of which the same is locked first whoever asks, so that nobody waits for himself. */
    private Both locked(CaseId gone, CaseId stays) {
        if (gone.equals(stays)) {
            throw new Refused("cases.merge-itself");
        }
        boolean goneFirst = key(gone).compareTo(key(stays)) < 0;
        CaseFile first = store.locked(goneFirst ? gone : stays);
        CaseFile second = store.locked(goneFirst ? stays : gone);
        var both = goneFirst ? new Both(first, second) : new Both(second, first);
        both.all().forEach(this::refuseOwn);
        return both;
    }

    private void refuseOwn(CaseFile file) {
        parts.ownFile().refuse(file.customer().party().stream().toList());
        sight.refuseEmergency(file);
    }

    private Preview of(Both both) {
        if (both.gone().id().equals(both.stays().id())) {
            throw new Refused("cases.merge-itself");
        }
        both.all().forEach(this::refuseOwn);
        both.all().forEach(CaseClosing::refuseClosed);
        both.all().forEach(this::refuseHeld);
        CaseType type = parts.types().get(both.gone().matter().typeId());
        CaseRights.require(type, Right.Act.CLOSE, both.gone().placement());
        refuseHidden(both);
        CaseTypeDefinition stays = parts.types().get(both.stays().matter().typeId()).definition();
        List<CaseTask> open = contents.stillOpen(both.gone().id());
        List<String> there =
                contents.stillOpen(both.stays().id()).stream().map(CaseTask::code).toList();
        List<CaseTask> along =
                open.stream().filter(task -> comesAlong(task, stays, there)).toList();
        CaseFile timed =
                timed(
                        both.stays(),
                        before(both.stays()),
                        limits(both.stays()),
                        Stream.of(both.gone().term().startsOn()),
                        Stream.of(both.gone().term().dueOn()));
        return new Preview(
                both.gone(),
                both.stays(),
                !both.gone().matter().typeCode().equals(both.stays().matter().typeCode()),
                timed.term().startsOn(),
                timed.term().dueOn(),
                along,
                open.stream().filter(task -> !along.contains(task)).toList());
    }

    /**
     * Who reads the case that goes on reads the other with it, so it is at least as confidential;
     * what only a unit sees stays with that unit.
     */
    private static void refuseHidden(Both both) {
        Confidentiality gone = both.gone().matter().confidentiality();
        Confidentiality stays = both.stays().matter().confidentiality();
        if (gone.compareTo(stays) > 0) {
            throw new Refused("cases.merge-level", both.gone().number().display());
        }
        boolean sameUnit = both.gone().placement().unit().equals(both.stays().placement().unit());
        if (gone.compareTo(Confidentiality.INTERNAL) > 0 && !sameUnit) {
            throw new Refused("cases.merge-unit");
        }
    }

    private void refuseHeld(CaseFile file) {
        if (holds.stream().anyMatch(hold -> hold.isHeld(file.id()))) {
            throw new Refused("cases.merge-held", file.number().display());
        }
    }

    /** What cannot be parted again, with the reason. */
    private void refuseEntangled(CaseFile stays, Merging merging) {
        String number = stays.number().display();
        if (stays.isClosed()) {
            throw new Refused("cases.unmerge-closed", number);
        }
        if (stays.term().extension() != merging.before().extension()) {
            throw new Refused("cases.unmerge-extended", number);
        }
        List<UUID> open = contents.stillOpen(stays.id()).stream().map(CaseTask::id).toList();
        if (!open.containsAll(merging.gone().along())) {
            throw new Refused("cases.unmerge-task", number);
        }
    }

    /** What a person still has to do, unless the case that goes on asks it by itself. */
    private static boolean comesAlong(CaseTask task, CaseTypeDefinition stays, List<String> there) {
        TaskKind kind = task.work().kind();
        boolean asked = stays.task(task.code()).filter(TaskDefinition::mandatory).isPresent();
        return kind.by() == TaskKind.By.PERSON
                && kind != TaskKind.APPROVE
                && !asked
                && !there.contains(task.code());
    }

    private static Gone ended(CaseFile gone, Preview preview) {
        return new Gone(
                gone.progress().status(),
                gone.term().startsOn(),
                gone.term().dueOn(),
                preview.dropped().stream().map(CaseTask::id).toList(),
                preview.along().stream().map(CaseTask::id).toList());
    }

    /** It is kept as long as the one that goes on, which the database sees to. */
    private CaseFile end(CaseFile gone, Instant now) {
        var closing =
                new CaseFile.Closing(
                        now,
                        Callers.current().name(),
                        MERGED,
                        Retention.Action.KEEP,
                        Optional.empty());
        CaseFile ended = gone.progressed(CaseStatus.CLOSED, Optional.of(closing), change());
        store.update(ended);
        return ended;
    }

    /** The term of the case that goes on, as its own and those of what was merged into it say. */
    private CaseFile retimed(CaseFile stays, Before before) {
        CaseFile timed = timed(stays, before, limits(stays), Stream.empty(), Stream.empty());
        store.update(timed);
        store.retime(timed);
        return timed;
    }

    private List<Gone> limits(CaseFile stays) {
        return rows.into(stays.id()).stream().map(Merging::gone).toList();
    }

    private CaseFile timed(
            CaseFile stays,
            Before before,
            List<Gone> gone,
            Stream<LocalDate> received,
            Stream<LocalDate> due) {
        LocalDate startsOn =
                Stream.concat(received, dates(gone, Gone::startsOn))
                        .filter(day -> day.isBefore(before.startsOn()))
                        .min(LocalDate::compareTo)
                        .orElse(before.startsOn());
        Optional<LocalDate> latest =
                Stream.concat(due, dates(gone, Gone::dueOn)).min(LocalDate::compareTo);
        return parts.terms().endingBy(stays, startsOn, before.given(), latest);
    }

    private static Stream<LocalDate> dates(List<Gone> gone, Function<Gone, LocalDate> day) {
        return gone.stream().map(day);
    }

    /** The term without any merge: as the first of them found it, and as extended since. */
    private Before before(CaseFile stays) {
        Optional<Before> first = rows.into(stays.id()).stream().findFirst().map(Merging::before);
        return new Before(
                first.map(Before::startsOn).orElse(stays.term().startsOn()),
                first.map(Before::given).orElse(stays.term().given()),
                stays.term().extension());
    }

    private Merging merging(CaseId gone) {
        return rows.of(gone).orElseThrow(() -> new Refused("cases.unmerge-none"));
    }

    private CaseFile.Changed change() {
        return new CaseFile.Changed(clock.instant(), Callers.current().name());
    }

    private static String said(CaseFile other, String why) {
        String said = other.number().display() + " · " + why;
        return said.length() <= SUMMARY ? said : said.substring(0, SUMMARY) + "…";
    }

    private static UUID key(CaseId id) {
        return id.value();
    }
}
