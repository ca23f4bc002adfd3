// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.ContextNode;
import org.kie.dmn.feel.lang.ast.FilterExpressionNode;
import org.kie.dmn.feel.lang.ast.ForExpressionNode;
import org.kie.dmn.feel.lang.ast.FunctionDefNode;
import org.kie.dmn.feel.lang.ast.FunctionInvocationNode;
import org.kie.dmn.feel.lang.ast.IterationContextNode;
import org.kie.dmn.feel.lang.ast.ListNode;
import org.kie.dmn.feel.lang.ast.NameRefNode;
import org.kie.dmn.feel.lang.ast.NumberNode;
import org.kie.dmn.feel.lang.ast.QuantifiedExpressionNode;
import org.kie.dmn.feel.lang.ast.RangeNode;

/**
 * Sees beforehand that an expression comes to an end: a thread cannot be stopped. Repetition is
 * over lists that are given or over short ranges, not deep, and nothing calls itself.
 */
final class BoundedWork {

    private static final BigDecimal LONGEST_RANGE = BigDecimal.valueOf(1_000);
    private static final int DEEPEST = 3;
    private static final int MOST_REPLACES = 3;
    private static final Set<String> TIME = Set.of("now", "today");

    private BoundedWork() {}

    static Optional<FeelProblem> problemOf(ASTNode root) {
        long replaces = all(root).filter(node -> calls(node, Set.of("replace"))).count();
        if (replaces > MOST_REPLACES) {
            return Optional.of(new FeelProblem.Endless("replace"));
        }
        return problemOf(root, 0);
    }

    private static Optional<FeelProblem> problemOf(ASTNode node, int depth) {
        int within =
                depth
                        + switch (node) {
                            case ForExpressionNode loop -> loop.getIterationContexts().size();
                            case QuantifiedExpressionNode loop ->
                                    loop.getIterationContexts().size();
                            case FilterExpressionNode filter -> 1;
                            default -> 0;
                        };
        if (within > DEEPEST) {
            return Optional.of(new FeelProblem.Endless("for"));
        }
        Optional<FeelProblem> own = ownProblem(node);
        if (own.isPresent()) {
            return own;
        }
        for (ASTNode child : children(node)) {
            Optional<FeelProblem> problem = problemOf(comparing(node, child), within);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private static Optional<FeelProblem> ownProblem(ASTNode node) {
        if (calls(node, TIME)) {
            return Optional.of(
                    new FeelProblem.AsksTheTime(
                            ((FunctionInvocationNode) node).getName().getText()));
        }
        boolean endless =
                switch (node) {
                    case IterationContextNode over -> longRange(over);
                    case ContextNode context -> true;
                    case FunctionDefNode function -> true;
                    case NameRefNode name -> name.getText().equals("partial");
                    default -> false;
                };
        return endless ? Optional.of(new FeelProblem.Endless(node.getText())) : Optional.empty();
    }

    private static boolean longRange(IterationContextNode over) {
        if (over.getRangeEndExpr() != null) {
            return tooFar(over.getExpression(), over.getRangeEndExpr());
        }
        return over.getExpression() instanceof RangeNode range
                && tooFar(range.getStart(), range.getEnd());
    }

    /** Only numbers that stand there can be seen to be near each other. */
    private static boolean tooFar(ASTNode start, ASTNode end) {
        return !(start instanceof NumberNode from
                && end instanceof NumberNode until
                && until.getValue().subtract(from.getValue()).abs().compareTo(LONGEST_RANGE) <= 0);
    }

    private static boolean calls(ASTNode node, Set<String> functions) {
        return node instanceof FunctionInvocationNode call
                && functions.contains(call.getName().getText());
    }

    /** The one function that may be written: by what a list is sorted; only its work counts. */
    private static ASTNode comparing(ASTNode call, ASTNode child) {
        if (!calls(call, Set.of("sort")) || !(child instanceof ListNode parameters)) {
            return child;
        }
        return parameters.getElements().stream()
                .filter(FunctionDefNode.class::isInstance)
                .findFirst()
                .map(function -> (ASTNode) ((FunctionDefNode) function).getBody())
                .orElse(child);
    }

    private static Stream<ASTNode> all(ASTNode node) {
        return Stream.concat(Stream.of(node), children(node).stream().flatMap(BoundedWork::all));
    }

    private static List<ASTNode> children(ASTNode node) {
        return Stream.of(node.getChildrenNode()).filter(child -> child != null).toList();
    }
}
