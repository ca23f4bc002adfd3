// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.cases.CaseTrail.Step;
import be.onthaal.cases.model.FieldDefinition;
import be.onthaal.cases.model.FieldValues;
import be.onthaal.cases.model.Flow;
import be.onthaal.cases.model.Phase;
import be.onthaal.cases.model.TaskDefinition;
import be.onthaal.common.Message;
import be.onthaal.common.OnthaalException;
import be.onthaal.common.Refused;
import be.onthaal.party.OwnFile;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a running case follow its type to the version that holds now: with a look at what that
 * changes beforehand, and back again as long as nobody did anything in it since.
 */
@Service
public class CaseMoves {

    private final CaseStore cases;
    private final CaseContents contents;
    private final CaseTypes types;
    private final CaseFlow flow;
    private final CaseTerms terms;
    private final CaseMoveRows rows;
    private final CaseTrail trail;
    private final OwnFile ownFile;
    private final Clock clock;

    CaseMoves(
            CaseStore cases,
            CaseContents contents,
            CaseTypes types,
            CaseFlow flow,
            CaseTerms terms,
            CaseMoveRows rows,
            CaseTrail trail,
            OwnFile ownFile,
            Clock clock) {
        this.cases = cases;
        this.contents = contents;
        this.types = types;
        this.flow = flow;
        this.terms = terms;
        this.rows = rows;
        this.trail = trail;
        this.ownFile = ownFile;
        this.clock = clock;
    }

    /**
     * What moving a case changes.
     *
     * @param phase in which it goes on; empty when the new version does not know its phase, so that
     *     somebody must choose
     * @param lost the fields that are filled in and that the new version does not have, or has
     *     otherwise
     * @param dropped the open tasks that are not asked any more
     * @param started the tasks that begin
     * @param dueOn when it must be done then
     */
    public record Preview(
            CaseFile file,
            CaseType from,
            CaseType to,
            Optional<Phase> phase,
            List<FieldDefinition> lost,
            List<String> dropped,
            List<TaskDefinition> started,
            LocalDate dueOn) {}

    /** What moving it to the version that holds now would change; nothing when it has that. */
    @Transactional(readOnly = true)
    public Optional<Preview> preview(CaseId id) {
        Callers.require(Permission.CASE_HANDLE);
        return previewOf(cases.get(id), Optional.empty());
    }

    /** The open cases of a type that the caller sees and that have another version than now. */
    @Transactional(readOnly = true)
    public List<Preview> behind(String code, int most) {
        Callers.require(Permission.CASE_HANDLE);
        CaseType now = types.current(code);
        return rows.behind(now, most).stream()
                .flatMap(file -> previewOf(file, Optional.empty()).stream())
                .toList();
    }

    /** Moves a case that still is as the caller saw it. */
    @Transactional
    public void move(CaseId id, int revision, Optional<String> chosen) {
        Callers.require(Permission.CASE_HANDLE);
        CaseFile file = seen(id, revision);
        Preview preview =
                previewOf(file, chosen).orElseThrow(() -> new Refused("cases.version-same"));
        Phase phase = preview.phase().orElseThrow(() -> new Refused("cases.version-phase"));
        boolean samePhase = phase.code().equals(file.progress().phase());
        var moved =
                file.following(
                        preview.to(),
                        samePhase ? file.progress().since() : clock.instant(),
                        phase.code(),
                        kept(file, preview.to()),
                        change());
        List<CaseTask> dropped =
                contents.since(file).stream()
                        .filter(task -> task.state() == CaseTask.TaskState.OPEN)
                        .filter(task -> preview.dropped().contains(task.code()))
                        .toList();
        contents.drop(id, preview.dropped());
        cases.version(moved);
        CaseFile timed = terms.again(moved);
        rows.moved(file, timed, dropped.stream().map(CaseTask::id).toList());
        trail.inside(timed, Step.of("cases.version-moved", String.valueOf(preview.to().version())));
        trail.index(timed);
        flow.advance(timed, preview.to());
    }

    /** Takes the last move back, as long as nobody did anything in the case since. */
    @Transactional
    public void undo(CaseId id, int revision) {
        Callers.require(Permission.CASE_HANDLE);
        CaseFile file = seen(id, revision);
        CaseMoveRows.Move last =
                rows.last(id)
                        .filter(move -> move.revision() == revision && untouched(file, move))
                        .orElseThrow(() -> new Refused("cases.version-undo"));
        CaseType before = types.get(last.from());
        contents.drop(
                id,
                contents.since(file).stream()
                        .filter(task -> task.state() == CaseTask.TaskState.OPEN)
                        .filter(task -> !task.madeAt().isBefore(last.at()))
                        .map(CaseTask::code)
                        .toList());
        contents.open(id, last.dropped());
        CaseFile back = file.following(before, last.since(), last.phase(), last.filled(), change());
        cases.version(back);
        CaseFile timed = terms.again(back);
        rows.undone(last, clock.instant());
        trail.inside(timed, Step.of("cases.version-undone", String.valueOf(before.version())));
        trail.index(timed);
    }

    /** Whether the last thing that happened to a case was a move, so that it can be taken back. */
    @Transactional(readOnly = true)
    public boolean canUndo(CaseId id, int revision) {
        Callers.require(Permission.CASE_HANDLE);
        return rows.last(id).filter(move -> move.revision() == revision).isPresent();
    }

    /**
     * A task that was done does not count as a change of the case, and is an action all the same.
     */
    private boolean untouched(CaseFile file, CaseMoveRows.Move move) {
        return contents.since(file).stream()
                .flatMap(task -> task.done().stream())
                .noneMatch(done -> !done.at().isBefore(move.at()));
    }

    private Optional<Preview> previewOf(CaseFile file, Optional<String> chosen) {
        CaseType from = types.get(file.matter().typeId());
        Optional<CaseType> current = current(file);
        if (file.isClosed() || current.filter(to -> !to.id().equals(from.id())).isEmpty()) {
            return Optional.empty();
        }
        CaseType to = current.get();
        Optional<Phase> phase = to.definition().phase(chosen.orElse(file.progress().phase()));
        CaseFile.Filled kept = kept(file, to);
        List<FieldDefinition> lost =
                from.definition().fields().stream()
                        .filter(field ->
                                !file.filled().values().of(field.code()).isEmpty()
                                        && kept.values().of(field.code()).isEmpty())
                        .toList();
        List<CaseTask> tasks = contents.since(file);
        List<String> dropped =
                tasks.stream()
                        .filter(task -> task.state() == CaseTask.TaskState.OPEN)
                        .map(CaseTask::code)
                        .filter(code -> phase.filter(now -> has(now, code)).isEmpty())
                        .distinct()
                        .toList();
        List<TaskDefinition> started =
                phase.map(now -> started(to, now, kept.values(), tasks)).orElse(List.of());
        LocalDate due =
                terms.endOf(
                                file.following(
                                        to,
                                        file.progress().since(),
                                        file.progress().phase(),
                                        kept,
                                        file.progress().changed()))
                        .due();
        return Optional.of(new Preview(file, from, to, phase, lost, dropped, started, due));
    }

    private Optional<CaseType> current(CaseFile file) {
        try {
            return Optional.of(types.current(file.matter().typeCode()));
        } catch (OnthaalException ended) {
            return Optional.empty();
        }
    }

    private static List<TaskDefinition> started(
            CaseType to, Phase phase, FieldValues values, List<CaseTask> tasks) {
        List<Flow.Begun> begun =
                tasks.stream()
                        .map(task ->
                                new Flow.Begun(
                                        task.code(), Flow.Begun.State.valueOf(task.state().name())))
                        .toList();
        return new Flow(to.definition(), phase, values, begun).starting();
    }

    /** What the new version has too, of the same kind and within its choices. */
    private static CaseFile.Filled kept(CaseFile file, CaseType to) {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        for (FieldDefinition field : to.definition().fields()) {
            List<String> filled = file.filled().values().of(field.code());
            if (!filled.isEmpty() && fits(field, filled)) {
                kept.put(field.code(), filled);
            }
        }
        Map<String, Message> whys =
                file.filled().whys().entrySet().stream()
                        .filter(why -> kept.containsKey(why.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new CaseFile.Filled(new FieldValues(kept), whys);
    }

    private static boolean fits(FieldDefinition field, List<String> filled) {
        try {
            return FieldChecks.written(field, filled).equals(filled);
        } catch (OnthaalException other) {
            return false;
        }
    }

    private static boolean has(Phase phase, String task) {
        return phase.tasks().stream().anyMatch(each -> each.code().equals(task));
    }

    private CaseFile seen(CaseId id, int revision) {
        CaseFile file = cases.locked(id);
        ownFile.refuse(file.customer().party().stream().toList());
        CaseClosing.refuseClosed(file);
        CaseClosing.refuseChanged(file, revision);
        return file;
    }

    private CaseFile.Changed change() {
        return new CaseFile.Changed(clock.instant(), Callers.current().name());
    }
}
