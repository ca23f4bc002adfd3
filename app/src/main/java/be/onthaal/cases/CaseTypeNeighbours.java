// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.UnitId;
import be.onthaal.cases.model.CaseTypeDefinition;
import be.onthaal.cases.model.DefinitionChecks;
import be.onthaal.cases.model.FieldDefinition;
import be.onthaal.cases.model.Phase;
import be.onthaal.cases.model.Problem;
import be.onthaal.cases.model.TaskDefinition;
import be.onthaal.cases.model.TaskKind;
import be.onthaal.common.Brussels;
import be.onthaal.common.Message;
import be.onthaal.decisions.Decisions;
import be.onthaal.organisation.Unit;
import be.onthaal.organisation.Units;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whether what a definition names outside itself is there: units, templates, types and tables. */
@Component
class CaseTypeNeighbours {

    private final CaseTypeRows types;
    private final ReplyTemplates templates;
    private final Decisions decisions;
    private final Units units;
    private final Clock clock;

    CaseTypeNeighbours(
            CaseTypeRows types,
            ReplyTemplates templates,
            Decisions decisions,
            Units units,
            Clock clock) {
        this.types = types;
        this.templates = templates;
        this.decisions = decisions;
        this.units = units;
        this.clock = clock;
    }

    List<Problem> problems(CaseTypeDefinition definition) {
        List<Problem> found = new ArrayList<>(DefinitionChecks.of(definition));
        LocalDate today = Brussels.today(clock);
        Set<UnitId> open =
                units.list().stream()
                        .filter(unit -> unit.openOn(today))
                        .map(Unit::id)
                        .collect(Collectors.toSet());
        Set<String> letters =
                templates.list("nl").stream().map(ReplyTemplate::code).collect(Collectors.toSet());
        definition
                .defaultUnit()
                .filter(unit -> !open.contains(unit))
                .ifPresent(unit -> error(found, "defaultUnit", "cases.check.unit"));
        definition.templates().stream()
                .filter(code -> !letters.contains(code))
                .forEach(code -> error(found, "templates", "cases.check.no-such-template", code));
        for (FieldDefinition field : definition.fields()) {
            field.computed()
                    .filter(computed -> !decisions.has(computed.table(), today))
                    .ifPresent(computed ->
                            error(
                                    found,
                                    "fields/" + field.code(),
                                    "cases.check.no-such-table",
                                    computed.table()));
        }
        for (Phase phase : definition.phases()) {
            for (TaskDefinition task : phase.tasks()) {
                String place = "phases/" + phase.code() + "/tasks/" + task.code();
                task.unit()
                        .filter(unit -> !open.contains(unit))
                        .ifPresent(unit -> error(found, place, "cases.check.unit"));
                task.with().ifPresent(with -> needs(found, place, task.kind(), with, letters));
            }
        }
        return List.copyOf(found);
    }

    private void needs(
            List<Problem> found, String place, TaskKind kind, String with, Set<String> letters) {
        if (kind.with() == TaskKind.With.TEMPLATE && !letters.contains(with)) {
            error(found, place, "cases.check.no-such-template", with);
        }
        if (kind.with() == TaskKind.With.CASE_TYPE && types.current(with).isEmpty()) {
            error(found, place, "cases.check.no-such-type", with);
        }
    }

    private static void error(List<Problem> found, String place, String key, Object... arguments) {
        found.add(new Problem(place, Message.of(key, arguments), true));
    }
}
