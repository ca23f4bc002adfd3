// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.AtLiteralNode;
import org.kie.dmn.feel.lang.ast.ContextNode;
import org.kie.dmn.feel.lang.ast.FilterExpressionNode;
import org.kie.dmn.feel.lang.ast.ForExpressionNode;
import org.kie.dmn.feel.lang.ast.FunctionDefNode;
import org.kie.dmn.feel.lang.ast.FunctionInvocationNode;
import org.kie.dmn.feel.lang.ast.InNode;
import org.kie.dmn.feel.lang.ast.IterationContextNode;
import org.kie.dmn.feel.lang.ast.ListNode;
import org.kie.dmn.feel.lang.ast.NameRefNode;
import org.kie.dmn.feel.lang.ast.NumberNode;
import org.kie.dmn.feel.lang.ast.QuantifiedExpressionNode;
import org.kie.dmn.feel.lang.ast.RangeNode;
import org.kie.dmn.feel.lang.ast.UnaryTestListNode;
import org.kie.dmn.feel.lang.ast.UnaryTestNode;

/**
 * Sees beforehand that an expression comes to an end, and soon: a thread cannot be stopped.
 * Repetition is over lists or over short ranges that stand where they are gone through, not deep;
 * functions are called by their names and are no values; nothing calls itself.
 */
final class BoundedWork {

    private static final BigDecimal LONGEST_RANGE = BigDecimal.valueOf(1_000);
    private static final int DEEPEST = 3;
    private static final int LONGEST_SHOWN = 80;

    /** Ranges, tests and functions stand only where they are used; as values they could go far. */
    private enum Place {
        VALUE,
        TEST,
        HEAD,
        SORTED,
        IN_SORT
    }

    private BoundedWork() {}

    /** What in its shape stands in the way; how much it asks for, {@link Efforts} says. */
    static Optional<FeelProblem> problemOf(ASTNode root) {
        return problemOf(root, root instanceof UnaryTestListNode ? Place.TEST : Place.VALUE, 0);
    }

    private static Optional<FeelProblem> problemOf(ASTNode node, Place place, int depth) {
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
        Optional<FeelProblem> own =
                fits(node, place) ? ownProblem(node) : Optional.of(endless(node));
        if (own.isPresent()) {
            return own;
        }
        for (ASTNode child : Calls.parts(node)) {
            Optional<FeelProblem> problem = problemOf(child, placeOf(child, node, place), within);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private static Place placeOf(ASTNode child, ASTNode parent, Place own) {
        return switch (parent) {
            case UnaryTestListNode tests -> Place.TEST;
            case UnaryTestNode test -> Place.TEST;
            case InNode in -> in.getExprs() == child ? Place.TEST : Place.VALUE;
            case IterationContextNode over -> Place.HEAD;
            case FunctionInvocationNode call -> sorts(call) ? Place.SORTED : Place.VALUE;
            case ListNode list when own == Place.TEST -> Place.TEST;
            case ListNode list when own == Place.SORTED -> Place.IN_SORT;
            default -> Place.VALUE;
        };
    }

    private static boolean fits(ASTNode node, Place place) {
        return switch (node) {
            case RangeNode range -> place == Place.TEST || place == Place.HEAD;
            case UnaryTestNode test -> place == Place.TEST;
            case UnaryTestListNode tests -> place == Place.TEST;
            case FunctionDefNode function -> place == Place.IN_SORT;
            default -> true;
        };
    }

    private static Optional<FeelProblem> ownProblem(ASTNode node) {
        boolean endless =
                switch (node) {
                    case IterationContextNode over ->
                            longRange(over) || isTaken(over.getName().getText());
                    case ContextNode context -> true;
                    case FunctionInvocationNode call -> sortsBadly(call);
                    case FunctionDefNode function ->
                            function.isExternal()
                                    || function.getFormalParameters().stream()
                                            .anyMatch(one -> isTaken(one.getName().getText()));
                    case NameRefNode name -> isTaken(name.getText());
                    case AtLiteralNode written ->
                            !written.getStringLiteral().getValue().matches("[-0-9P].*");
                    default -> false;
                };
        return endless ? Optional.of(endless(node)) : Calls.problemOf(node);
    }

    /** A function as a value could call itself, and what was found so far grows while it grows. */
    private static boolean isTaken(String name) {
        return Calls.isFunction(name) || Calls.plain(name).equals("partial");
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

    private static boolean sorts(FunctionInvocationNode call) {
        return Calls.nameOf(call).filter("sort"::equals).isPresent();
    }

    /** The one function that may be written says in what order two things stand. */
    private static boolean sortsBadly(FunctionInvocationNode call) {
        List<? extends ASTNode> given = call.getParams().getElements();
        return sorts(call)
                && (given.size() > 2
                        || given.size() == 2 && !(given.get(1) instanceof FunctionDefNode));
    }

    static FeelProblem endless(ASTNode node) {
        String text = Calls.textOf(node);
        return new FeelProblem.Endless(
                text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) : text);
    }
}
