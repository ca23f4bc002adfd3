// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal;

import be.onthaal.decisions.DecisionTable.Head;
import be.onthaal.decisions.Finding;
import be.onthaal.decisions.Outcome;
import be.onthaal.decisions.Place;
import be.onthaal.decisions.Value;
import be.onthaal.decisions.Why;
import be.onthaal.decisions.internal.engine.Engine;
import be.onthaal.decisions.internal.engine.Evaluation;
import be.onthaal.decisions.internal.model.Model;
import be.onthaal.decisions.internal.model.Model.Decision;
import be.onthaal.decisions.internal.model.Model.Row;
import be.onthaal.decisions.internal.model.Model.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the engine answered, as an outcome that people can be told. */
final class Outcomes {

    private static final int MOST_FIRED = 20;

    private Outcomes() {}

    static Outcome of(Head head, Model model, Engine.Answer answer) {
        return switch (answer) {
            case Engine.Answer.Done(Evaluation evaluation) -> decided(head, model, evaluation);
            case Engine.Answer.Unreadable unreadable -> not(Finding.error("decisions.unreadable"));
            case Engine.Answer.TooLong late -> not(Finding.error("decisions.too-long"));
            case Engine.Answer.Busy busy -> not(Finding.error("decisions.busy"));
        };
    }

    static Outcome not(Finding reason) {
        return new Outcome.NotDecided(reason);
    }

    private static Outcome decided(Head head, Model model, Evaluation evaluation) {
        for (Decision decision : model.decisions()) {
            boolean result = model.results().contains(decision);
            Optional<Finding> problem = problem(decision, result, evaluation);
            if (problem.isPresent()) {
                return not(problem.get());
            }
        }
        Map<String, Value> values = new LinkedHashMap<>();
        List<Decision> results = model.results();
        for (Decision result : results) {
            Value value = evaluation.value(result.name());
            boolean several =
                    result.table().filter(table -> table.outputs().size() > 1).isPresent();
            if (results.size() == 1 && several && value instanceof Value.Fields fields) {
                values.putAll(fields.fields());
            } else {
                values.put(result.name(), value);
            }
        }
        return new Outcome.Decided(
                values,
                new Why(head.key(), head.version(), head.about().nl(), fired(model, evaluation)));
    }

    private static Optional<Finding> problem(
            Decision decision, boolean result, Evaluation evaluation) {
        Place place = Place.of(decision.name());
        Optional<Evaluation.Rows> rows =
                evaluation.fired().stream()
                        .filter(one -> one.decision().equals(decision.name()))
                        .findFirst();
        boolean nothing = evaluation.value(decision.name()) instanceof Value.Unknown;
        if (decision.table().isPresent() && nothing && rows.isPresent()) {
            if (rows.get().matched().isEmpty()) {
                return Optional.of(Finding.error(place, "decisions.none-fits"));
            }
            if (rows.get().matched().size() > 1
                    && decision.table().filter(Table::isExclusive).isPresent()) {
                return Optional.of(
                        Finding.error(
                                place,
                                "decisions.several-fit",
                                String.join(
                                        ", ",
                                        rows.get().matched().stream()
                                                .map(String::valueOf)
                                                .toList())));
            }
        }
        return evaluation.failed().contains(decision.name()) || nothing && result
                ? Optional.of(Finding.error(place, "decisions.failed"))
                : Optional.empty();
    }

    /** The last that fired, since they decided. */
    private static List<Why.Fired> fired(Model model, Evaluation evaluation) {
        List<Why.Fired> fired = new ArrayList<>();
        for (Evaluation.Rows rows : evaluation.fired()) {
            model.decisions().stream()
                    .filter(decision -> decision.name().equals(rows.decision()))
                    .findFirst()
                    .flatMap(Decision::table)
                    .ifPresent(table ->
                            rows.rows()
                                    .forEach(row -> fired.add(fired(rows.decision(), table, row))));
        }
        if (!fired.isEmpty()) {
            model.results().stream()
                    .filter(result -> result.logic() instanceof Model.Formula)
                    .findFirst()
                    .ifPresent(result -> fired.add(Why.Fired.formula(result.name())));
        }
        return fired.subList(Math.max(0, fired.size() - MOST_FIRED), fired.size());
    }

    private static Why.Fired fired(String name, Table table, int number) {
        Row row = table.rows().get(number - 1);
        List<Why.Condition> conditions = new ArrayList<>();
        for (int i = 0; i < row.tests().size(); i++) {
            String test = row.tests().get(i);
            if (!test.isEmpty() && !test.equals("-")) {
                conditions.add(new Why.Condition(table.inputs().get(i).label(), test));
            }
        }
        return new Why.Fired(name, number, row.note(), conditions);
    }
}
