// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.cases.model.DefinitionChecks;
import be.onthaal.common.Conflict;
import be.onthaal.common.FreeText;
import be.onthaal.common.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tasks that programs outside do: a program fetches what waits under its topic and has it to itself
 * for a while; what it does not end in time waits again. After some failures a person does it.
 */
@Service
public class CaseWorkers {

    private static final int MOST = 50;
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int TRIES = 3;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_REASON = 2_000;

    private final CaseContents contents;
    private final CaseStore cases;
    private final CaseHandling handling;
    private final Cases notes;
    private final Clock clock;

    CaseWorkers(
            CaseContents contents,
            CaseStore cases,
            CaseHandling handling,
            Cases notes,
            Clock clock) {
        this.contents = contents;
        this.cases = cases;
        this.handling = handling;
        this.notes = notes;
        this.clock = clock;
    }

    /**
     * A task for a program.
     *
     * @param fields what is filled in about the case, by code
     * @param until when it waits again for whoever fetches next
     */
    public record Work(
            UUID task,
            CaseId caseId,
            String number,
            String code,
            Map<String, List<String>> fields,
            int attempts,
            Instant until) {}

    /** What waits under a topic, the oldest first; it is the worker's until the lease ends. */
    @Transactional
    public List<Work> fetch(String topic, String worker, int most, Duration lease) {
        Callers.require(Permission.CASE_HANDLE);
        boolean fits =
                DefinitionChecks.CODE.matcher(topic).matches()
                        && most >= 1
                        && most <= MOST
                        && lease.isPositive()
                        && lease.compareTo(LONGEST) <= 0;
        if (!fits) {
            throw new Refused("cases.worker-asks", MOST, LONGEST.toSeconds());
        }
        Instant until = clock.instant().plus(lease);
        return contents.lease(topic, name(worker), most, until).stream()
                .map(leased -> {
                    CaseFile file = cases.get(leased.id());
                    return new Work(
                            leased.task(),
                            leased.id(),
                            file.number().display(),
                            leased.code(),
                            file.filled().values().values(),
                            leased.attempts(),
                            until);
                })
                .toList();
    }

    /** The task is done, with what it found out about the case. */
    @Transactional
    public CaseId done(UUID task, String worker, Map<String, List<String>> fields) {
        CaseId id = leased(task, worker);
        if (!fields.isEmpty()) {
            handling.fill(id, cases.get(id).progress().revision(), fields);
        }
        handling.finish(id, task, CaseHandling.Finishing.PLAIN);
        return id;
    }

    /** It did not work: it waits again, and after some times or at once it is for people. */
    @Transactional
    public CaseId failed(UUID task, String worker, String reason, boolean again) {
        CaseId id = leased(task, worker);
        String why =
                FreeText.required(
                        reason, LONGEST_REASON, "cases.reason-missing", "cases.note-too-long");
        boolean enough = !again || contents.attempts(id, task) + 1 >= TRIES;
        contents.giveBack(id, task, enough ? "cases.auto.worker" : "");
        notes.addNote(id, why);
        return id;
    }

    private CaseId leased(UUID task, String worker) {
        Callers.require(Permission.CASE_HANDLE);
        CaseId id = contents.caseOf(task).orElseThrow(() -> new Conflict("cases.worker-lost"));
        cases.locked(id);
        Optional<Instant> until = contents.leasedUntil(id, task, name(worker));
        if (until.filter(end -> end.isAfter(clock.instant())).isEmpty()) {
            throw new Conflict("cases.worker-lost");
        }
        return id;
    }

    private static String name(String worker) {
        return FreeText.required(worker, LONGEST_NAME, "cases.worker-name", "cases.note-too-long");
    }
}
