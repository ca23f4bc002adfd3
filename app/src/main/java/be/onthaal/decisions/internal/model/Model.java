// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal.model;

import be.onthaal.decisions.Field;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A DMN model: what goes in, and the tables and formulas that make something of it. */
public record Model(
        String name, List<Input> inputs, List<Decision> decisions, Map<String, ItemType> types) {

    public Model {
        inputs = List.copyOf(inputs);
        decisions = List.copyOf(decisions);
        types = Map.copyOf(types);
    }

    /** Something that whoever asks must give. */
    public record Input(String id, String name, String type) {}

    /** A type of the model's own: another one with choices, or a list of it. */
    public record ItemType(String base, boolean list, boolean fields, List<String> choices) {}

    /** A table or formula, by its name, with what it needs. */
    public record Decision(String id, String name, String type, List<String> needs, Logic logic) {

        public Decision {
            needs = List.copyOf(needs);
        }

        public Optional<Table> table() {
            return logic instanceof Table table ? Optional.of(table) : Optional.empty();
        }
    }

    /** How a decision is made. */
    public sealed interface Logic {}

    /** By an expression. */
    public record Formula(String text) implements Logic {}

    /** By something that has no rows and no one expression; the name is that of its element. */
    public record Boxed(String element) implements Logic {}

    /** By rows. */
    public record Table(
            String hitPolicy,
            String aggregation,
            List<Column> inputs,
            List<Column> outputs,
            List<String> notes,
            List<Row> rows)
            implements Logic {

        public Table {
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
            notes = List.copyOf(notes);
            rows = List.copyOf(rows);
        }

        /** True when at most one row may fire, or all must say the same. */
        public boolean isExclusive() {
            return hitPolicy.equals("UNIQUE") || hitPolicy.equals("ANY");
        }

        /** The letter that DMN writes in the corner of a table. */
        public String letter() {
            return hitPolicy.substring(0, 1)
                    + switch (aggregation) {
                        case "SUM" -> "+";
                        case "MIN" -> "<";
                        case "MAX" -> ">";
                        case "COUNT" -> "#";
                        default -> "";
                    };
        }
    }

    /**
     * A column of a table.
     *
     * @param label as people read it
     * @param expression what an input column looks at; the name of an output
     */
    public record Column(String label, String expression, String type, List<String> choices) {}

    /** A row of a table. */
    public record Row(String id, List<String> tests, List<String> results, List<String> notes) {

        public Row {
            tests = List.copyOf(tests);
            results = List.copyOf(results);
            notes = List.copyOf(notes);
        }

        /** What the row says of itself. */
        public String note() {
            return String.join(" · ", notes.stream().filter(note -> !note.isBlank()).toList());
        }
    }

    /** The decisions that no other one needs: the results. */
    public List<Decision> results() {
        Set<String> needed = new HashSet<>();
        decisions.forEach(decision -> needed.addAll(decision.needs()));
        return decisions.stream().filter(one -> !needed.contains(one.id())).toList();
    }

    public Optional<Decision> decision(String id) {
        return decisions.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    public Optional<Input> input(String id) {
        return inputs.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** What whoever asks must give. */
    public List<Field> inputFields() {
        return inputs.stream().map(one -> field(one.name(), one.type(), List.of())).toList();
    }

    /** What comes out: of one table with several outputs each of them, else each result. */
    public List<Field> resultFields() {
        List<Decision> results = results();
        if (results.size() == 1
                && results.getFirst().logic() instanceof Table table
                && table.outputs().size() > 1) {
            return table.outputs().stream()
                    .map(column -> field(column.expression(), column.type(), column.choices()))
                    .toList();
        }
        return results.stream().map(one -> field(one.name(), typeOf(one), choicesOf(one))).toList();
    }

    /** The FEEL type behind a name of the model's own. */
    public String base(String type) {
        ItemType own = types.get(type);
        if (own == null) {
            return type.startsWith("feel:") ? type.substring(5) : type;
        }
        return own.list() ? "list" : own.fields() ? "context" : own.base();
    }

    private Field field(String name, String type, List<String> choices) {
        ItemType own = types.get(type);
        return new Field(
                name, base(type), own == null || !choices.isEmpty() ? choices : own.choices());
    }

    private static String typeOf(Decision decision) {
        return decision.type().isEmpty()
                ? decision.table().stream()
                        .flatMap(table -> table.outputs().stream())
                        .findFirst()
                        .map(Column::type)
                        .orElse("")
                : decision.type();
    }

    private static List<String> choicesOf(Decision decision) {
        return decision.table()
                .filter(table -> table.outputs().size() == 1)
                .map(table -> table.outputs().getFirst().choices())
                .orElse(List.of());
    }
}
