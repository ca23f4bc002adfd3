// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal.engine;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.FunctionDefNode;
import org.kie.dmn.feel.lang.ast.FunctionInvocationNode;
import org.kie.dmn.feel.lang.ast.InfixOpNode;
import org.kie.dmn.feel.lang.ast.InfixOperator;
import org.kie.dmn.feel.lang.ast.InstanceOfNode;
import org.kie.dmn.feel.lang.ast.NameRefNode;
import org.kie.dmn.feel.lang.ast.NamedParameterNode;
import org.kie.dmn.feel.lang.ast.NumberNode;
import org.kie.dmn.feel.lang.ast.PathExpressionNode;
import org.kie.dmn.feel.lang.ast.QualifiedNameNode;
import org.kie.dmn.feel.lang.ast.StringNode;
import org.kie.dmn.feel.runtime.functions.BuiltInFunctions;
import org.kie.dmn.feel.util.StringEvalHelper;

/** Which functions an expression may call, and with what. */
final class Calls {

    static final int HIGHEST_POWER = 100;

    private static final Set<String> TIME = Set.of("now", "today");

    /** What makes ranges and tables out of texts, and what else is no single value or list. */
    private static final Set<String> REFUSED =
            Set.of("range", "decision table", "context", "context put", "context merge");

    private static final Set<String> BUILT_IN =
            Stream.of(BuiltInFunctions.getFunctions())
                    .map(function -> plain(function.getName()))
                    .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> WITH_PATTERN = Set.of("matches", "replace", "split");

    private Calls() {}

    static String plain(String name) {
        return StringEvalHelper.normalizeVariableName(name);
    }

    /** What stands there; the open end of a comparison stands nowhere. */
    static String textOf(ASTNode node) {
        return Objects.toString(node.getText(), "");
    }

    /** Whether a name stands for a function of the engine, so that it is no value. */
    static boolean isFunction(String name) {
        return BUILT_IN.contains(plain(name));
    }

    /** The function that is called, where it is called by its name. */
    static Optional<String> nameOf(FunctionInvocationNode call) {
        return switch (call.getName()) {
            case NameRefNode name -> Optional.of(plain(name.getText()));
            case QualifiedNameNode name when name.getParts().size() == 1 ->
                    Optional.of(plain(name.getParts().getFirst().getText()));
            default -> Optional.empty();
        };
    }

    /** What is evaluated within a node; names of functions, fields and types are not. */
    static List<ASTNode> parts(ASTNode node) {
        return switch (node) {
            case FunctionInvocationNode call -> List.of(call.getParams());
            case PathExpressionNode path -> List.of(path.getExpression());
            case QualifiedNameNode name -> List.of(name.getParts().getFirst());
            case InstanceOfNode check -> List.of(check.getExpression());
            case FunctionDefNode function -> List.of(function.getBody());
            case NamedParameterNode parameter -> List.of(parameter.getExpression());
            default -> Stream.of(node.getChildrenNode()).filter(Objects::nonNull).toList();
        };
    }

    /** What is wrong with a call or an operation by itself. */
    static Optional<FeelProblem> problemOf(ASTNode node) {
        return switch (node) {
            case FunctionInvocationNode call -> problemOf(call);
            case InfixOpNode operation
                    when operation.getOperator() == InfixOperator.POW
                            && !(operation.getRight() instanceof NumberNode power
                                    && power.getValue().intValue() <= HIGHEST_POWER
                                    && power.getValue().precision() <= 3) ->
                    Optional.of(new FeelProblem.Endless("**"));
            case NumberNode number when Math.abs((long) number.getValue().scale()) > 100 ->
                    Optional.of(new FeelProblem.Endless(number.getText()));
            default -> Optional.empty();
        };
    }

    private static Optional<FeelProblem> problemOf(FunctionInvocationNode call) {
        Optional<String> name = nameOf(call);
        if (name.isEmpty() || REFUSED.contains(name.get()) || !BUILT_IN.contains(name.get())) {
            return Optional.of(new FeelProblem.Endless(call.getName().getText()));
        }
        if (TIME.contains(name.get())) {
            return Optional.of(new FeelProblem.AsksTheTime(name.get()));
        }
        List<? extends ASTNode> given = call.getParams().getElements();
        if (name.get().equals("string") && given.size() > 1) {
            return Optional.of(new FeelProblem.Endless("string"));
        }
        return WITH_PATTERN.contains(name.get()) && !isBounded(name.get(), given)
                ? Optional.of(new FeelProblem.LoosePattern(name.get()))
                : Optional.empty();
    }

    /** The pattern and its flags stand there as texts, whose end can be seen. */
    private static boolean isBounded(String name, List<? extends ASTNode> given) {
        if (given.size() < 2 || !(given.get(1) instanceof StringNode pattern)) {
            return false;
        }
        if (name.equals("split")) {
            return given.size() == 2 && SearchPattern.isPlain(pattern.getValue());
        }
        int flags = name.equals("matches") ? 2 : 3;
        return SearchPattern.ends(pattern.getValue())
                && given.stream().noneMatch(NamedParameterNode.class::isInstance)
                && given.size() <= flags + 1
                && (given.size() <= flags
                        || given.get(flags) instanceof StringNode some
                                && some.getValue().matches("[smixq]{0,5}"));
    }
}
