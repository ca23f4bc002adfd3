// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.Callers;
import be.onthaal.cases.model.Flow;
import be.onthaal.cases.model.Result;
import be.onthaal.cases.model.Retention;
import be.onthaal.cases.model.Right;
import be.onthaal.cases.spi.CaseDocuments;
import be.onthaal.common.Brussels;
import be.onthaal.common.Conflict;
import be.onthaal.common.NotFound;
import be.onthaal.common.Refused;
import be.onthaal.database.Part;
import be.onthaal.database.Parts;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whether and how a case may end. */
@Component
class CaseClosing {

    private final CaseTypes types;
    private final CaseFlow flow;
    private final CaseRoles roles;
    private final CaseMergeRows merges;
    private final List<CaseDocuments> holders;
    private final Parts together;
    private final Clock clock;

    CaseClosing(
            CaseTypes types,
            CaseFlow flow,
            CaseRoles roles,
            CaseMergeRows merges,
            List<CaseDocuments> holders,
            Parts together,
            Clock clock) {
        this.holders = List.copyOf(holders);
        this.types = types;
        this.flow = flow;
        this.roles = roles;
        this.merges = merges;
        this.together = together;
        this.clock = clock;
    }

    /** How the case ends, and what that is called. */
    record Ending(CaseFile.Closing closing, String resultName) {}

    /** How the case ends now; refused while something stands in the way. */
    Ending end(CaseFile file, int revision, String resultCode) {
        refuseChanged(file, revision);
        refuseClosed(file);
        CaseType type = types.get(file.matter().typeId());
        CaseRights.require(type, Right.Act.CLOSE, file.placement());
        Result result =
                type.definition()
                        .result(resultCode)
                        .orElseThrow(() -> new NotFound("cases.result"));
        Flow before = flow.of(file, type);
        if (!before.results().contains(result)) {
            throw new Refused("cases.result-not-now", result.name().nl());
        }
        if (!result.stops()) {
            refuseUnfinished(before);
            refuseLacking(file, before);
        }
        Retention retention =
                result.retention()
                        .filter(Retention::complete)
                        .orElseThrow(() -> new Refused("cases.no-retention", result.name().nl()));
        Instant now = clock.instant();
        var closing =
                new CaseFile.Closing(
                        now,
                        Callers.current().name(),
                        resultCode,
                        retention.action(),
                        retention.until(Brussels.date(now)));
        return new Ending(closing, result.name().nl());
    }

    /** What the phase asks must be done and filled before it is left. */
    static void refuseUnfinished(Flow flow) {
        if (!flow.toDo().isEmpty()) {
            throw new Refused("cases.mandatory-task-open", flow.toDo().getFirst().title().nl());
        }
        if (!flow.toFill().isEmpty()) {
            throw new Refused("cases.field-empty", flow.toFill().getFirst().label().nl());
        }
    }

    /** The pieces and the people that the type asks must be in the case. */
    private void refuseLacking(CaseFile file, Flow flow) {
        CaseLacks lacks = together.answer(lacks(file, merges.members(file.id()), flow));
        lacks.documents().stream()
                .findFirst()
                .ifPresent(kind -> {
                    throw new Refused("documents.mandatory", kind.name().nl());
                });
        lacks.roles().stream()
                .findFirst()
                .ifPresent(role -> {
                    throw new Refused("cases.role-mandatory", role.name().nl());
                });
    }

    /**
     * What a case lacks to end well as it stands, with what is in those merged into it; nothing is
     * asked where its type asks nothing.
     *
     * @param members the case itself and those that were merged into it
     */
    Part<CaseLacks> lacks(CaseFile file, List<CaseId> members, Flow flow) {
        Part<Set<String>> pieces = Part.known(Set.of());
        if (!flow.documents().isEmpty()) {
            for (CaseId member : members) {
                for (CaseDocuments holder : holders) {
                    pieces = pieces.with(holder.kinds(member), CaseClosing::both);
                }
            }
        }
        boolean asked = file.customer().party().isPresent();
        boolean people = !flow.rolesWithout(Set.of(), asked).isEmpty();
        Part<Set<String>> held = Part.known(Set.of());
        if (people) {
            for (CaseId member : members) {
                held = held.with(roles.held(member), CaseClosing::both);
            }
        }
        return pieces.with(
                held,
                (kinds, codes) ->
                        new CaseLacks(
                                flow.documents().stream()
                                        .filter(kind -> !kinds.contains(kind.code()))
                                        .toList(),
                                flow.rolesWithout(codes, asked)));
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }

    static void refuseChanged(CaseFile file, int revision) {
        if (file.progress().revision() != revision) {
            CaseFile.Changed change = file.progress().changed();
            throw new Conflict("cases.changed", change.by(), change.at());
        }
    }

    /** What was taken back with a transfer has no customer and no origin any more. */
    static void refuseCancelled(CaseFile file) {
        boolean cancelled =
                file.progress()
                        .closing()
                        .filter(end -> end.resultCode().equals(CaseTransfers.CANCELLED))
                        .isPresent();
        if (cancelled) {
            throw new Refused("cases.cancelled");
        }
        if (isMerged(file)) {
            throw new Refused("cases.merged");
        }
    }

    /** What was merged into another goes on only when that is undone. */
    static boolean isMerged(CaseFile file) {
        return file.progress()
                .closing()
                .filter(end -> end.resultCode().equals(CaseMerges.MERGED))
                .isPresent();
    }

    static void refuseClosed(CaseFile file) {
        file.progress()
                .closing()
                .ifPresent(closing -> {
                    throw new Refused("cases.closed", closing.by(), closing.at());
                });
    }
}
