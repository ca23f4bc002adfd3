// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal;

import be.onthaal.common.Message;
import be.onthaal.decisions.DecisionTable;
import be.onthaal.decisions.DecisionTable.Head;
import be.onthaal.decisions.Field;
import be.onthaal.decisions.Finding;
import be.onthaal.decisions.Outcome;
import be.onthaal.decisions.Value;
import be.onthaal.decisions.Why;
import be.onthaal.decisions.internal.DraftChecks.Run;
import be.onthaal.decisions.internal.model.Model;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A version: its tables, what is wrong with them, its examples and the versions around it.
 *
 * @param past whether a module can hand in what it asked before
 */
public record TablePage(
        DecisionTable table,
        Model model,
        List<Finding> findings,
        List<Run> runs,
        List<Head> versions,
        boolean past,
        Optional<Tried> tried,
        LocalDate today) {

    public TablePage {
        findings = List.copyOf(findings);
        runs = List.copyOf(runs);
        versions = List.copyOf(versions);
    }

    /** What somebody typed, and what came of it. */
    public record Tried(Map<String, Value> inputs, Outcome outcome) {}

    TablePage with(Tried now) {
        return new TablePage(table, model, findings, runs, versions, past, Optional.of(now), today);
    }

    public Head head() {
        return table.head();
    }

    public String path() {
        return "/beheer/beslissingstabellen/" + head().id();
    }

    /** What was typed in a field, to stand there again. */
    public String typed(Field field) {
        return tried.map(one -> one.inputs().getOrDefault(field.name(), Value.UNKNOWN).shown())
                .orElse("");
    }

    /** The rows of a table of the model that fired when it was tried. */
    public Set<Integer> fired(String decision) {
        return tried.map(Tried::outcome)
                .filter(Outcome.Decided.class::isInstance)
                .map(Outcome.Decided.class::cast)
                .map(decided ->
                        decided.why().fired().stream()
                                .filter(row -> row.table().equals(decision))
                                .map(Why.Fired::row)
                                .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    public boolean ready() {
        return findings.stream().noneMatch(Finding::stops)
                && !runs.isEmpty()
                && runs.stream().allMatch(Run::holds);
    }

    /** True for a cell that is one text between quotes, which people read without them. */
    public static boolean isText(String cell) {
        return cell.matches("\"[^\"]*\"");
    }

    public Message words(Outcome outcome) {
        return Shown.words(outcome);
    }

    public Message why(Outcome outcome) {
        return Shown.why(outcome);
    }

    public String values(Map<String, Value> values) {
        return Shown.values(values);
    }
}
