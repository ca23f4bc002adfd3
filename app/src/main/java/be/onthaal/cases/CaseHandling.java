// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.cases.CaseTrail.Step;
import be.onthaal.cases.model.CaseTypeDefinition;
import be.onthaal.cases.model.FieldDefinition;
import be.onthaal.cases.model.FieldKind;
import be.onthaal.cases.model.Flow;
import be.onthaal.cases.model.Phase;
import be.onthaal.cases.model.PublicStatus;
import be.onthaal.cases.model.Right;
import be.onthaal.cases.model.TaskDefinition;
import be.onthaal.cases.model.TaskKind;
import be.onthaal.cases.model.Words;
import be.onthaal.common.Conflict;
import be.onthaal.common.FreeText;
import be.onthaal.common.Refused;
import be.onthaal.database.Part;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.party.OwnFile;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Working through a case as its type says: filling in, doing its tasks, going from phase to phase.
 */
@Service
public class CaseHandling {

    private static final int LONGEST_NOTE = 20_000;

    private final CaseStore cases;
    private final CaseContents contents;
    private final CaseTypes types;
    private final CaseFilling filling;
    private final CaseFlow flow;
    private final CaseClosing closing;
    private final CaseMergeRows merges;
    private final CaseTerms terms;
    private final CaseTrail trail;
    private final OwnFile ownFile;
    private final Clock clock;

    CaseHandling(
            CaseStore cases,
            CaseContents contents,
            CaseTypes types,
            CaseFilling filling,
            CaseFlow flow,
            CaseClosing closing,
            CaseMergeRows merges,
            CaseTerms terms,
            CaseTrail trail,
            OwnFile ownFile,
            Clock clock) {
        this.cases = cases;
        this.contents = contents;
        this.types = types;
        this.filling = filling;
        this.flow = flow;
        this.closing = closing;
        this.merges = merges;
        this.terms = terms;
        this.trail = trail;
        this.ownFile = ownFile;
        this.clock = clock;
    }

    /**
     * How a task ended.
     *
     * @param agreed of an approval: whether it was given
     * @param note what is to be said about it
     */
    public record Finishing(Optional<Boolean> agreed, String note) {

        public static final Finishing PLAIN = new Finishing(Optional.empty(), "");
    }

    /** What happens next in a case that was read already. */
    @Transactional(readOnly = true)
    public Flow flow(CaseDetail detail) {
        Callers.require(Permission.CASE_VIEW);
        CaseFile file = detail.file();
        List<CaseTask> since =
                detail.tasks().stream()
                        .filter(task -> !task.madeAt().isBefore(file.progress().since()))
                        .toList();
        return CaseFlow.of(file, types.get(file.matter().typeId()), since);
    }

    /**
     * What an open case lacks before it may end well in the phase it is in, as a part of a page.
     */
    public Part<CaseLacks> lacks(CaseDetail detail) {
        Flow now = flow(detail);
        boolean ends = now.results().stream().anyMatch(result -> !result.stops());
        return ends && !detail.file().isClosed()
                ? closing.lacks(detail.file(), detail.members(), now)
                : Part.known(CaseLacks.NOTHING);
    }

    /**
     * Where a case stands in the words of its type, for the customer; named as its phase or result.
     * One that was merged stands where the one stands that goes on.
     */
    @Transactional(readOnly = true)
    public PublicStatus told(CaseId id) {
        Callers.require(Permission.CASE_VIEW);
        CaseFile file = cases.get(merges.head(id));
        CaseTypeDefinition type = types.get(file.matter().typeId()).definition();
        boolean asked =
                contents.since(file).stream()
                        .filter(task -> task.state() == CaseTask.TaskState.OPEN)
                        .anyMatch(task -> task.work().kind() == TaskKind.ASK_CUSTOMER);
        return file.progress()
                .closing()
                .flatMap(closing -> type.result(closing.resultCode()))
                .map(result -> told(result.status(), result.name(), false))
                .or(() ->
                        type.phase(file.progress().phase())
                                .map(phase -> told(phase.status(), phase.name(), asked)))
                .orElseGet(() -> told(type.phases().getFirst().status(), type.name(), asked));
    }

    private static PublicStatus told(PublicStatus status, Words name, boolean asked) {
        return new PublicStatus(
                status.words().missing() ? name : status.words(),
                status.phase(),
                status.code(),
                status.actionNeeded() || asked);
    }

    /** Whether the caller is one of those for whom the type keeps this act. */
    @Transactional(readOnly = true)
    public boolean may(CaseFile file, Right.Act act) {
        return CaseRights.may(types.get(file.matter().typeId()), act, file.placement());
    }

    /**
     * Fills in fields of a case that still is as the caller saw it; the others stay as they are.
     */
    @Transactional
    public void fill(CaseId id, int revision, Map<String, List<String>> typed) {
        CaseFile file = seen(id, revision);
        CaseType type = types.get(file.matter().typeId());
        refuseUnknown(type.definition(), typed);
        refuseDecided(type.definition(), typed);
        CaseFile.Filled filled = filled(file, type, typed);
        if (filled.equals(file.filled())) {
            return;
        }
        CaseFile changed = file.filled(filled, now());
        cases.work(changed);
        trail.inside(changed, Step.of("cases.filled", labels(type, file.filled(), filled)));
        flow.advance(changed, type);
    }

    /** Starts a task that the type offers now. */
    @Transactional
    public void add(CaseId id, String task) {
        CaseFile file = stillOpen(id);
        CaseType type = types.get(file.matter().typeId());
        flow.add(file, type, task);
        type.definition()
                .task(task)
                .map(TaskDefinition::title)
                .ifPresent(title -> trail.inside(file, Step.of("cases.task-added", title.nl())));
    }

    /** Ticks a task off; what comes after it starts. */
    @Transactional
    public void finish(CaseId id, UUID task, Finishing how) {
        CaseFile file = stillOpen(id);
        CaseTask found = contents.get(id, task);
        found.done()
                .ifPresent(done -> {
                    throw new Conflict("cases.task-done", done.by(), done.at());
                });
        if (found.state() == CaseTask.TaskState.DROPPED) {
            throw new Refused("cases.task-dropped");
        }
        String note = FreeText.clean(how.note(), LONGEST_NOTE, "cases.note-too-long");
        CaseType type = types.get(file.matter().typeId());
        CaseFile now =
                found.work().kind() == TaskKind.APPROVE ? decided(file, type, found, how) : file;
        contents.finish(id, task, outcome(found, how), note);
        trail.inside(now, Step.of("cases.task-done", found.title()));
        flow.advance(goesOn(now, found), type);
    }

    /** Lets a case that still is as the caller saw it go to another phase. */
    @Transactional
    public void go(CaseId id, int revision, String to) {
        CaseFile file = seen(id, revision);
        CaseType type = types.get(file.matter().typeId());
        Flow before = flow.of(file, type);
        Phase next =
                before.next().stream()
                        .filter(phase -> phase.code().equals(to))
                        .findFirst()
                        .orElseThrow(() -> new Refused("cases.phase-not-next"));
        List<Phase> order = type.definition().phases();
        boolean back = order.indexOf(next) < order.indexOf(before.phase());
        if (!back) {
            CaseClosing.refuseUnfinished(before);
        }
        put(file, type, next);
    }

    /** In another phase, whatever is still asked in this one. */
    void put(CaseFile file, CaseType type, Phase next) {
        contents.dropOpen(file.id());
        CaseFile gone = file.gone(next.code(), now());
        cases.work(gone);
        trail.step(gone, Step.of("cases.went-on", next.name().nl()));
        flow.begin(gone, type);
    }

    /**
     * Nobody approves what he handles or worked at himself; what he says stands in the field of the
     * task.
     */
    private CaseFile decided(CaseFile file, CaseType type, CaseTask task, Finishing how) {
        boolean agreed = how.agreed().orElseThrow(() -> new Refused("cases.approve-say"));
        Optional<UUID> me = Callers.current().employee();
        boolean handles =
                me.isPresent() && file.placement().handler().equals(me.map(EmployeeId::new));
        if (handles || me.filter(id -> contents.workedIn(file, id)).isPresent()) {
            throw new Refused("cases.approve-own");
        }
        CaseFile.Filled filled =
                filled(
                        file,
                        type,
                        Map.of(
                                task.work().needs(),
                                List.of(agreed ? FieldKind.YES : FieldKind.NO)));
        CaseFile changed = file.filled(filled, now());
        cases.work(changed);
        return changed;
    }

    /** Who asked the customer and has his answer lets the term go on. */
    private CaseFile goesOn(CaseFile file, CaseTask task) {
        boolean waits =
                task.work().kind() == TaskKind.ASK_CUSTOMER
                        && file.progress().status() == CaseStatus.WAITING;
        if (!waits) {
            return file;
        }
        terms.resume(file.id());
        return cases.get(file.id());
    }

    private CaseFile.Filled filled(CaseFile file, CaseType type, Map<String, List<String>> typed) {
        Phase phase = flow.of(file, type).phase();
        return filling.fill(type.definition(), phase, file.filled(), typed);
    }

    private static String outcome(CaseTask task, Finishing how) {
        return task.work().kind() == TaskKind.APPROVE && how.agreed().isPresent()
                ? how.agreed().get() ? FieldKind.YES : FieldKind.NO
                : "";
    }

    private static void refuseUnknown(CaseTypeDefinition type, Map<String, List<String>> typed) {
        typed.keySet().stream()
                .filter(code -> type.field(code).isEmpty())
                .findFirst()
                .ifPresent(code -> {
                    throw new Refused("cases.field");
                });
    }

    /** What an approval decides is not typed, whoever types. */
    private static void refuseDecided(CaseTypeDefinition type, Map<String, List<String>> typed) {
        typed.keySet().stream()
                .filter(type::isDecided)
                .flatMap(code -> type.field(code).stream())
                .findFirst()
                .ifPresent(field -> {
                    throw new Refused("cases.field-decided", field.label().nl());
                });
    }

    private static String labels(CaseType type, CaseFile.Filled before, CaseFile.Filled after) {
        return type.definition().fields().stream()
                .filter(field ->
                        !before.values().of(field.code()).equals(after.values().of(field.code())))
                .map(FieldDefinition::label)
                .map(label -> label.nl())
                .collect(Collectors.joining(", "));
    }

    private CaseFile seen(CaseId id, int revision) {
        CaseFile file = stillOpen(id);
        CaseClosing.refuseChanged(file, revision);
        return file;
    }

    private CaseFile stillOpen(CaseId id) {
        Callers.require(Permission.CASE_HANDLE);
        CaseFile file = cases.locked(id);
        ownFile.refuse(file.customer().party().stream().toList());
        CaseClosing.refuseClosed(file);
        return file;
    }

    private CaseFile.Changed now() {
        return new CaseFile.Changed(clock.instant(), Callers.current().name());
    }
}
