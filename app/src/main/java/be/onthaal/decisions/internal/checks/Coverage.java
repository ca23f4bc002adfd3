// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal.checks;

import be.onthaal.common.Message;
import be.onthaal.decisions.Finding;
import be.onthaal.decisions.Place;
import be.onthaal.decisions.internal.model.Model;
import be.onthaal.decisions.internal.model.Model.Column;
import be.onthaal.decisions.internal.model.Model.Row;
import be.onthaal.decisions.internal.model.Model.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which rows of a table are in each other's way, never fire, or leave something out. */
final class Coverage {

    private static final int MOST_FINDINGS = 5;
    private static final Set<String> COLLECTING = Set.of("COLLECT", "RULE ORDER", "OUTPUT ORDER");
    private static final long MOST_STEPS = 20_000_000;
    private static final int MOST_PIECES = 2_000;
    private static final long MOST_COMPARED = 20_000_000;

    private final String name;
    private final Table table;
    private final List<Axis> axes;
    private final List<List<Optional<BitSet>>> rows = new ArrayList<>();
    private long steps;

    private Coverage(String name, Table table, List<Axis> axes, List<List<CellMeaning>> columns) {
        this.name = name;
        this.table = table;
        this.axes = List.copyOf(axes);
        for (int row = 0; row < table.rows().size(); row++) {
            List<Optional<BitSet>> cells = new ArrayList<>();
            for (int i = 0; i < axes.size(); i++) {
                cells.add(axes.get(i).pieces(columns.get(i).get(row)));
            }
            rows.add(cells);
        }
    }

    /** Of a table that is not so big that looking it over takes longer than anybody waits. */
    static Optional<Coverage> of(String name, Table table, Model model) {
        List<Axis> axes = new ArrayList<>();
        List<List<CellMeaning>> columns = new ArrayList<>();
        long compared = 0;
        for (int i = 0; i < table.inputs().size(); i++) {
            int index = i;
            List<CellMeaning> cells = table.rows().stream().map(row -> test(row, index)).toList();
            Axis axis = axis(table.inputs().get(i), cells, model);
            compared += cells.stream().mapToLong(CellMeaning::size).sum() * axis.size();
            if (axis.size() > MOST_PIECES || compared > MOST_COMPARED) {
                return Optional.empty();
            }
            columns.add(cells);
            axes.add(axis);
        }
        return Optional.of(new Coverage(name, table, axes, columns));
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (table.isExclusive()) {
            overlaps(findings);
        } else if (table.hitPolicy().equals("FIRST")) {
            unreachable(findings);
        }
        if (!COLLECTING.contains(table.hitPolicy())) {
            gaps(findings);
        }
        return findings;
    }

    private static Axis axis(Column column, List<CellMeaning> cells, Model model) {
        return Axis.of(column.label(), typeOf(column, model), choicesOf(column, model), cells);
    }

    /** The type of the column itself, or of the input it looks at. */
    static String typeOf(Column column, Model model) {
        return column.type().isEmpty()
                ? model.inputs().stream()
                        .filter(input -> input.name().equals(column.expression()))
                        .map(input -> model.base(input.type()))
                        .findFirst()
                        .orElse("")
                : model.base(column.type());
    }

    private static List<String> choicesOf(Column column, Model model) {
        if (!column.choices().isEmpty()) {
            return column.choices();
        }
        return model.inputFields().stream()
                .filter(field -> field.name().equals(column.expression()))
                .findFirst()
                .map(field -> field.choices())
                .orElse(List.of());
    }

    private static CellMeaning test(Row row, int index) {
        return index < row.tests().size()
                ? CellMeaning.of(row.tests().get(index))
                : new CellMeaning.Any();
    }

    private void overlaps(List<Finding> findings) {
        int found = 0;
        for (int one = 0; one < rows.size() && found < MOST_FINDINGS; one++) {
            for (int other = one + 1; other < rows.size() && found < MOST_FINDINGS; other++) {
                if (meet(one, other) && !allowed(one, other)) {
                    found++;
                    findings.add(
                            Finding.error(Place.of(name, other + 1), "decisions.overlap", one + 1));
                }
            }
        }
    }

    /** Rows that say the same may meet, where the table says that any of them will do. */
    private boolean allowed(int one, int other) {
        return table.hitPolicy().equals("ANY")
                && table.rows().get(one).results().equals(table.rows().get(other).results());
    }

    private boolean meet(int one, int other) {
        for (int i = 0; i < axes.size(); i++) {
            Optional<BitSet> mine = rows.get(one).get(i);
            Optional<BitSet> theirs = rows.get(other).get(i);
            if (mine.isEmpty() || theirs.isEmpty() || !mine.get().intersects(theirs.get())) {
                return false;
            }
        }
        return true;
    }

    private void unreachable(List<Finding> findings) {
        for (int later = 1; later < rows.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                if (swallows(earlier, later)) {
                    findings.add(
                            Finding.warning(
                                    Place.of(name, later + 1),
                                    "decisions.unreachable",
                                    earlier + 1));
                    break;
                }
            }
            if (findings.size() >= MOST_FINDINGS) {
                return;
            }
        }
    }

    /** True when all that the later row lets pass, the earlier one takes before. */
    private boolean swallows(int earlier, int later) {
        for (int i = 0; i < axes.size(); i++) {
            Optional<BitSet> first = rows.get(earlier).get(i);
            if (first.isEmpty()) {
                return false;
            }
            Axis axis = axes.get(i);
            BitSet left =
                    rows.get(later).get(i).map(set -> (BitSet) set.clone()).orElseGet(axis::all);
            left.andNot(first.get());
            if (!left.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private void gaps(List<Finding> findings) {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            all.add(i);
        }
        List<List<Integer>> found = new ArrayList<>();
        search(0, all, new ArrayList<>(), found);
        for (List<Integer> gap : found) {
            findings.add(Finding.warning(Place.of(name), "decisions.gap", words(gap)));
        }
    }

    /** Goes through the pieces of one column after another, with the rows that are still there. */
    private void search(
            int column, List<Integer> left, List<Integer> here, List<List<Integer>> found) {
        steps += left.size() + 1L;
        if (found.size() >= MOST_FINDINGS || steps > MOST_STEPS) {
            return;
        }
        if (left.isEmpty()) {
            found.add(List.copyOf(here));
            return;
        }
        if (column == axes.size()) {
            return;
        }
        for (int piece = 0; piece < axes.get(column).size(); piece++) {
            int at = piece;
            List<Integer> passing =
                    left.stream()
                            .filter(row ->
                                    rows.get(row).get(column).map(set -> set.get(at)).orElse(true))
                            .toList();
            here.add(piece);
            search(column + 1, passing, here, found);
            here.removeLast();
        }
    }

    private Message words(List<Integer> gap) {
        List<Message> said = new ArrayList<>();
        for (int i = 0; i < gap.size(); i++) {
            said.add(axes.get(i).words(gap.get(i)));
        }
        return said.stream()
                .reduce((one, other) -> Message.of("decisions.why.and", one, other))
                .orElseGet(() -> Message.of("decisions.why.always"));
    }
}
