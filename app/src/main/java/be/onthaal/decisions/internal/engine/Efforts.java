// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal.engine;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.FilterExpressionNode;
import org.kie.dmn.feel.lang.ast.ForExpressionNode;
import org.kie.dmn.feel.lang.ast.FunctionDefNode;
import org.kie.dmn.feel.lang.ast.FunctionInvocationNode;
import org.kie.dmn.feel.lang.ast.InfixOpNode;
import org.kie.dmn.feel.lang.ast.InfixOperator;
import org.kie.dmn.feel.lang.ast.IterationContextNode;
import org.kie.dmn.feel.lang.ast.ListNode;
import org.kie.dmn.feel.lang.ast.NameRefNode;
import org.kie.dmn.feel.lang.ast.NumberNode;
import org.kie.dmn.feel.lang.ast.QuantifiedExpressionNode;
import org.kie.dmn.feel.lang.ast.RangeNode;
import org.kie.dmn.feel.lang.ast.StringNode;

/**
 * Adds up what an expression may ask for, from its shape alone; rather too much than too little.
 */
final class Efforts {

    private static final Effort ANYTHING = Effort.ofInput("Any");
    private static final long LONGEST_INPUT = 10_000;
    private static final long PATTERN_READ = 500;

    /** What gives a text or a list that is as long as what goes in; the others give one value. */
    private static final Set<String> LONG =
            Set.of(
                    "append",
                    "concatenate",
                    "union",
                    "insert before",
                    "list replace",
                    "remove",
                    "reverse",
                    "sublist",
                    "distinct values",
                    "flatten",
                    "sort",
                    "index of",
                    "mode",
                    "min",
                    "max",
                    "string",
                    "string join",
                    "split",
                    "replace",
                    "upper case",
                    "lower case",
                    "substring",
                    "substring before",
                    "substring after",
                    "get value",
                    "get entries");

    /** What gives numbers with as many digits as are asked for. */
    private static final Set<String> DIGITS =
            Set.of(
                    "number",
                    "decimal",
                    "round up",
                    "round down",
                    "round half up",
                    "round half down");

    private static final long MOST_DIGITS = 6_200;

    /** What takes items out of lists within lists. */
    private static final Set<String> UNWRAP = Set.of("flatten", "min", "max", "mode", "get value");

    /** What compares each item with each other one. */
    private static final Set<String> PAIRS = Set.of("distinct values", "union", "mode", "remove");

    private Efforts() {}

    static Effort of(ASTNode node, Map<String, Effort> names) {
        return switch (node) {
            case NameRefNode name -> names.getOrDefault(Calls.plain(name.getText()), ANYTHING);
            case ForExpressionNode loop ->
                    loop(loop.getIterationContexts(), loop.getExpression(), names);
            case QuantifiedExpressionNode loop ->
                    Effort.value(
                            loop(loop.getIterationContexts(), loop.getExpression(), names).steps(),
                            40);
            case FilterExpressionNode filter -> filter(filter, names);
            case FunctionInvocationNode call -> call(call, names);
            case FunctionDefNode function -> of(function.getBody(), names);
            case InfixOpNode operation -> operation(operation, names);
            case ListNode list -> list(list, names);
            default -> {
                List<ASTNode> parts = Calls.parts(node);
                yield parts.isEmpty()
                        ? Effort.value(1, Calls.textOf(node).length())
                        : sum(parts, names);
            }
        };
    }

    private static Effort sum(List<? extends ASTNode> parts, Map<String, Effort> names) {
        return parts.stream()
                .map(part -> of(part, names))
                .reduce(new Effort(1, 0, 0, 0), Effort::and);
    }

    private static Effort list(ListNode list, Map<String, Effort> names) {
        Effort all = sum(list.getElements(), names);
        return new Effort(all.steps(), all.length(), list.getElements().size(), all.nested());
    }

    private static Effort loop(
            List<IterationContextNode> heads, ASTNode body, Map<String, Effort> outer) {
        Map<String, Effort> names = new HashMap<>(outer);
        Effort all = Effort.NONE;
        long rounds = 1;
        for (IterationContextNode head : heads) {
            Effort over = head(head, names);
            all = all.and(new Effort(Effort.times(rounds, over.steps()), 0, 0, 0));
            rounds = Effort.times(rounds, Math.max(1, over.items()));
            names.put(Calls.plain(head.getName().getText()), over.one());
        }
        Effort each = of(body, names);
        return all.and(
                new Effort(
                        Effort.times(rounds, each.steps() + 1),
                        Effort.times(rounds, each.length()),
                        rounds,
                        Effort.times(rounds, Math.max(1, each.nested()))));
    }

    /** How often a name gets another value; only ranges that are written as numbers come here. */
    private static Effort head(IterationContextNode head, Map<String, Effort> names) {
        if (head.getRangeEndExpr() != null) {
            return range(head.getExpression(), head.getRangeEndExpr());
        }
        return head.getExpression() instanceof RangeNode range
                ? range(range.getStart(), range.getEnd())
                : of(head.getExpression(), names);
    }

    private static Effort range(ASTNode start, ASTNode end) {
        long count =
                start instanceof NumberNode from && end instanceof NumberNode until
                        ? until.getValue()
                                .subtract(from.getValue())
                                .abs()
                                .min(BigDecimal.valueOf(Integer.MAX_VALUE))
                                .longValue()
                        : Integer.MAX_VALUE;
        return new Effort(1, Effort.times(count + 1, 20), count + 1, count + 1);
    }

    private static Effort filter(FilterExpressionNode filter, Map<String, Effort> outer) {
        Effort list = of(filter.getExpression(), outer);
        Map<String, Effort> names = new HashMap<>(outer);
        names.put("item", list.one());
        Effort each = of(filter.getFilter(), names);
        long steps = list.steps() + Effort.times(Math.max(1, list.items()), each.steps() + 1);
        return new Effort(steps, list.length(), list.nested(), list.nested());
    }

    private static Effort operation(InfixOpNode operation, Map<String, Effort> names) {
        Effort left = of(operation.getLeft(), names);
        Effort both = left.and(of(operation.getRight(), names));
        if (operation.isBoolean()) {
            return Effort.value(both.steps() + 1, 40);
        }
        long length =
                operation.getOperator() == InfixOperator.POW
                        ? Effort.times(left.length(), Calls.HIGHEST_POWER)
                        : both.length();
        return new Effort(both.steps() + 1, length, both.items(), both.nested());
    }

    private static Effort call(FunctionInvocationNode call, Map<String, Effort> names) {
        String name = Calls.nameOf(call).orElse("");
        List<? extends ASTNode> given = call.getParams().getElements();
        List<Effort> each = given.stream().map(one -> of(one, names)).toList();
        Effort all = each.stream().reduce(new Effort(1, 0, 0, 0), Effort::and);
        long steps = all.steps() + 1 + all.length() / 1_000;
        if (PAIRS.contains(name)) {
            steps += Effort.times(all.items(), all.items()) / 10;
        }
        if (name.equals("sort")) {
            steps += Effort.times(all.items(), 20 * all.steps());
        }
        if (name.equals("matches") || name.equals("replace")) {
            steps += patternSteps(given, each);
        }
        if (DIGITS.contains(name)) {
            return Effort.value(steps, MOST_DIGITS);
        }
        if (!LONG.contains(name)) {
            return Effort.value(steps, 40);
        }
        long length =
                switch (name) {
                    case "replace" -> replacedLength(given, each);
                    case "string join" -> all.length() + joints(each);
                    default -> all.length();
                };
        boolean unwraps = UNWRAP.contains(name);
        return name.equals("split")
                ? new Effort(steps, length, length, length)
                : new Effort(
                        steps, 40 + length, unwraps ? all.nested() : all.items(), all.nested());
    }

    /** A pattern with a repetition is tried from every character, to every other one. */
    private static long patternSteps(List<? extends ASTNode> given, List<Effort> each) {
        long tries =
                given.size() > 1 && given.get(1) instanceof StringNode pattern
                        ? SearchPattern.tries(pattern.getValue(), each.getFirst().length())
                        : Integer.MAX_VALUE;
        return PATTERN_READ + tries / 1_000;
    }

    /** Each character may be replaced, and each group of what was found may come back. */
    private static long replacedLength(List<? extends ASTNode> given, List<Effort> each) {
        long text = each.getFirst().length() + 1;
        if (given.size() < 3) {
            return text;
        }
        if (given.get(2) instanceof StringNode fixed) {
            long groups = fixed.getText().chars().filter(c -> c == '$').count();
            return Effort.times(text, 1 + groups + fixed.getText().length());
        }
        return Effort.times(text, LONGEST_INPUT + each.get(2).length());
    }

    private static long joints(List<Effort> each) {
        return each.size() < 2
                ? 0
                : Effort.times(each.getFirst().items(), each.get(1).length() + 1);
    }
}
