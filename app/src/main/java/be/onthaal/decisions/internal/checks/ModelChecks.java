// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal.checks;

import be.onthaal.decisions.Finding;
import be.onthaal.decisions.Place;
import be.onthaal.decisions.internal.engine.Effort;
import be.onthaal.decisions.internal.engine.FeelProblem;
import be.onthaal.decisions.internal.engine.FeelTexts;
import be.onthaal.decisions.internal.engine.FeelTexts.Known;
import be.onthaal.decisions.internal.model.Model;
import be.onthaal.decisions.internal.model.Model.Column;
import be.onthaal.decisions.internal.model.Model.Decision;
import be.onthaal.decisions.internal.model.Model.Row;
import be.onthaal.decisions.internal.model.Model.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Everything that can be said of a model before it decides anything, with the place. */
public final class ModelChecks {

    private static final int MOST_ROWS = 2_000;

    /** Of all tables and formulas together, some seconds of work at most. */
    private static final long MOST_STEPS = 3_000_000;

    private static final int MOST_FINDINGS = 50;
    private static final Set<String> POLICIES =
            Set.of("UNIQUE", "ANY", "FIRST", "PRIORITY", "COLLECT", "RULE ORDER", "OUTPUT ORDER");

    private final Model model;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Effort> efforts = new HashMap<>();
    private long steps;

    private ModelChecks(Model model) {
        this.model = model;
    }

    public static List<Finding> of(Model model) {
        var checks = new ModelChecks(model);
        checks.structure();
        if (checks.findings.isEmpty()) {
            model.decisions().forEach(checks::decision);
        }
        return checks.findings.stream().limit(MOST_FINDINGS).toList();
    }

    private void structure() {
        if (model.decisions().isEmpty()) {
            findings.add(Finding.error("decisions.no-table"));
        }
        Set<String> names = new HashSet<>();
        model.inputs().forEach(input -> named(input.name(), names));
        model.decisions().forEach(decision -> named(decision.name(), names));
        for (Decision decision : model.decisions()) {
            for (String need : decision.needs()) {
                if (model.decision(need).isEmpty() && model.input(need).isEmpty()) {
                    findings.add(
                            Finding.error(
                                    Place.of(decision.name()), "decisions.needs-nothing", need));
                }
            }
            if (circles(decision, decision, new HashSet<>())) {
                findings.add(Finding.error(Place.of(decision.name()), "decisions.circle"));
            }
        }
    }

    private void named(String name, Set<String> names) {
        if (name.isBlank()) {
            findings.add(Finding.error("decisions.no-name"));
        } else if (!names.add(name.strip().replaceAll("\\s+", " "))) {
            findings.add(Finding.error("decisions.name-twice", name));
        }
    }

    private boolean circles(Decision start, Decision at, Set<String> seen) {
        return at.needs().stream()
                .flatMap(need -> model.decision(need).stream())
                .anyMatch(needed ->
                        needed.id().equals(start.id())
                                || seen.add(needed.id()) && circles(start, needed, seen));
    }

    private void decision(Decision decision) {
        FeelTexts texts = new FeelTexts(names(decision));
        int before = findings.size();
        switch (decision.logic()) {
            case Model.Formula formula ->
                    say(Place.of(decision.name()), problem(formula.text(), texts));
            case Model.Boxed boxed ->
                    findings.add(
                            Finding.error(
                                    Place.of(decision.name()),
                                    "error.decisions.model.element",
                                    boxed.element()));
            case Table table -> table(decision, table, texts);
        }
        steps += texts.steps();
        if (findings.size() == before && steps > MOST_STEPS) {
            findings.add(
                    Finding.error(Place.of(decision.name()), "decisions.endless", decision.name()));
        }
    }

    /** What expressions of this decision may name: what it says that it needs. */
    private Map<String, Known> names(Decision decision) {
        Map<String, Known> names = new HashMap<>();
        for (String need : decision.needs()) {
            model.input(need)
                    .ifPresent(one -> names.put(one.name(), Known.input(model.base(one.type()))));
            model.decision(need)
                    .ifPresent(
                            one -> names.put(one.name(), new Known(resultType(one), effort(one))));
        }
        return names;
    }

    /** How much what comes of a decision may be, so that no chain of them grows without end. */
    private Effort effort(Decision decision) {
        if (resultType(decision).equals("boolean") || resultType(decision).equals("date")) {
            return Effort.SMALL;
        }
        Effort known = efforts.get(decision.id());
        if (known != null) {
            return known;
        }
        FeelTexts texts = new FeelTexts(names(decision));
        Effort effort =
                switch (decision.logic()) {
                    case Model.Formula formula -> texts.effortOf(formula.text());
                    case Model.Boxed boxed -> Effort.NONE;
                    case Table table ->
                            table.rows().stream()
                                    .map(row ->
                                            row.results().stream()
                                                    .map(texts::effortOf)
                                                    .reduce(Effort.NONE, Effort::and))
                                    .reduce(
                                            Effort.NONE,
                                            collects(table) ? Effort::and : Effort::or);
                };
        efforts.put(decision.id(), effort.given());
        return effort.given();
    }

    private String resultType(Decision decision) {
        return decision.type().isEmpty() || decision.table().filter(this::collects).isPresent()
                ? ""
                : model.base(decision.type());
    }

    private boolean collects(Table table) {
        return table.hitPolicy().endsWith("ORDER") || table.hitPolicy().equals("COLLECT");
    }

    private void table(Decision decision, Table table, FeelTexts texts) {
        Place whole = Place.of(decision.name());
        if (!POLICIES.contains(table.hitPolicy())) {
            findings.add(Finding.error(whole, "decisions.policy", table.hitPolicy()));
        }
        if (table.outputs().isEmpty()) {
            findings.add(Finding.error(whole, "decisions.no-output"));
            return;
        }
        if (table.rows().isEmpty()) {
            findings.add(Finding.error(whole, "decisions.no-rows"));
            return;
        }
        if (table.rows().size() > MOST_ROWS) {
            findings.add(Finding.error(whole, "decisions.too-many-rows", MOST_ROWS));
            return;
        }
        for (Column input : table.inputs()) {
            say(
                    new Place(decision.name(), Optional.empty(), Optional.of(input.label())),
                    problem(input.expression(), texts));
        }
        int before = findings.size();
        List<Known> asked =
                table.inputs().stream()
                        .map(column ->
                                new Known(
                                        Coverage.typeOf(column, model),
                                        texts.effortOf(column.expression()).given()))
                        .toList();
        for (int i = 0; i < table.rows().size(); i++) {
            row(decision.name(), table, i, texts, asked);
        }
        if (findings.size() == before) {
            findings.addAll(
                    Coverage.of(decision.name(), table, model)
                            .map(Coverage::findings)
                            .orElseGet(() ->
                                    List.of(Finding.warning(whole, "decisions.not-covered"))));
        }
    }

    private void row(String name, Table table, int index, FeelTexts texts, List<Known> asked) {
        Row row = table.rows().get(index);
        if (row.tests().size() != table.inputs().size()
                || row.results().size() != table.outputs().size()) {
            findings.add(Finding.error(Place.of(name, index + 1), "decisions.row-crooked"));
            return;
        }
        for (int i = 0; i < row.tests().size(); i++) {
            Column column = table.inputs().get(i);
            Place place = Place.of(name, index + 1, column.label());
            String test = row.tests().get(i);
            if (!test.isEmpty() && !test.equals("-")) {
                say(place, texts.problemOfTest(test, asked.get(i)).map(ModelChecks::sentence));
                fits(place, CellMeaning.of(test), asked.get(i).type());
            }
        }
        for (int i = 0; i < row.results().size(); i++) {
            Column column = table.outputs().get(i);
            Place place = Place.of(name, index + 1, column.label());
            String result = row.results().get(i);
            say(place, problem(result, texts));
            CellMeaning.literal(result)
                    .ifPresent(value -> fits(place, value, model.base(column.type()), column));
        }
    }

    private Optional<Said> problem(String expression, FeelTexts texts) {
        return expression.isBlank()
                ? Optional.of(new Said("decisions.empty", ""))
                : texts.problemOf(expression).map(ModelChecks::sentence);
    }

    /** A message about one expression. */
    private record Said(String key, String argument) {}

    private static Said sentence(FeelProblem problem) {
        return switch (problem) {
            case FeelProblem.Unreadable(String said) -> new Said("decisions.feel", said);
            case FeelProblem.AsksTheTime(String function) -> new Said("decisions.time", function);
            case FeelProblem.Endless(String what) -> new Said("decisions.endless", what);
            case FeelProblem.LoosePattern(String what) -> new Said("decisions.pattern", what);
        };
    }

    private void say(Place place, Optional<Said> problem) {
        problem.ifPresent(said -> findings.add(Finding.error(place, said.key(), said.argument())));
    }

    private void fits(Place place, CellMeaning test, String type) {
        switch (test) {
            case CellMeaning.Same(Object value) -> unfit(place, value, type);
            case CellMeaning.Between between ->
                    between.from().or(between::until).ifPresent(value -> unfit(place, value, type));
            case CellMeaning.Either(List<CellMeaning> tests) ->
                    tests.forEach(one -> fits(place, one, type));
            case CellMeaning.Not(CellMeaning inner) -> fits(place, inner, type);
            case CellMeaning.Any any -> {}
            case CellMeaning.Opaque opaque -> {}
        }
    }

    private void fits(Place place, Object value, String type, Column column) {
        unfit(place, value, type);
        if (!column.choices().isEmpty() && !column.choices().contains(String.valueOf(value))) {
            findings.add(
                    Finding.error(
                            place,
                            "decisions.no-choice",
                            value,
                            String.join(", ", column.choices())));
        }
    }

    private void unfit(Place place, Object value, String type) {
        Supplier<Boolean> fits =
                () ->
                        switch (type) {
                            case "string" -> value instanceof String;
                            case "number" -> value instanceof BigDecimal;
                            case "boolean" -> value instanceof Boolean;
                            case "date" -> value instanceof LocalDate;
                            default -> true;
                        };
        if (!fits.get()) {
            findings.add(Finding.error(place, "decisions.type", value, type));
        }
    }
}
