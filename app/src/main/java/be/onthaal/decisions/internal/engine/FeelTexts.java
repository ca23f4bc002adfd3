// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.kie.dmn.api.feel.runtime.events.FEELEvent;
import org.kie.dmn.feel.FEEL;
import org.kie.dmn.feel.codegen.feel11.ProcessedUnaryTest;
import org.kie.dmn.feel.lang.CompilerContext;
import org.kie.dmn.feel.lang.Type;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.NameRefNode;
import org.kie.dmn.feel.lang.ast.NullNode;
import org.kie.dmn.feel.lang.ast.RangeNode;
import org.kie.dmn.feel.lang.types.BuiltInType;

/** Reads one expression or cell of FEEL and says what is wrong with it. */
public final class FeelTexts {

    private final FEEL feel = FEEL.newInstance(FeelTexts.class.getClassLoader(), List.of());
    private final Map<String, String> names;

    /** For expressions that may use these names, each of a type. */
    public FeelTexts(Map<String, String> names) {
        this.names = Map.copyOf(names);
    }

    /** What is wrong with it; nothing when it can be read and its work has an end. */
    public Optional<FeelProblem> problemOf(String expression) {
        return problem(context ->
                feel.processExpression(expression, context).getInterpreted().getASTNode());
    }

    /** The same for the cell of a condition, about a value of this type. */
    public Optional<FeelProblem> problemOfTest(String test, String type) {
        return problem(context -> {
            context.addInputVariableType("?", typeOf(type));
            return feel.processUnaryTests(test, context) instanceof ProcessedUnaryTest tests
                    ? tests.getInterpreted().getASTNode()
                    : new NullNode("");
        });
    }

    /** The engine falls over some texts that it cannot read, and over very deep ones. */
    private Optional<FeelProblem> problem(Function<CompilerContext, ASTNode> reading) {
        List<FEELEvent> said = new ArrayList<>();
        try {
            ASTNode read = reading.apply(context(said));
            return firstError(said)
                    .or(() -> unknownEnd(read))
                    .or(() -> BoundedWork.problemOf(read));
        } catch (RuntimeException | StackOverflowError failure) {
            return firstError(said).or(() -> Optional.of(new FeelProblem.Unreadable("")));
        }
    }

    /** The engine does not look at the names of which a range is made. */
    private Optional<FeelProblem> unknownEnd(ASTNode node) {
        for (ASTNode child : node.getChildrenNode()) {
            if (node instanceof RangeNode
                    && child instanceof NameRefNode name
                    && !names.containsKey(name.getText())) {
                return Optional.of(new FeelProblem.Unreadable("'" + name.getText() + "'"));
            }
            Optional<FeelProblem> within = child == null ? Optional.empty() : unknownEnd(child);
            if (within.isPresent()) {
                return within;
            }
        }
        return Optional.empty();
    }

    private CompilerContext context(List<FEELEvent> said) {
        CompilerContext context = feel.newCompilerContext();
        context.getListeners().add(said::add);
        names.forEach((name, type) -> context.addInputVariableType(name, typeOf(type)));
        return context;
    }

    private static Optional<FeelProblem> firstError(List<FEELEvent> said) {
        return said.stream()
                .filter(event -> event.getSeverity() == FEELEvent.Severity.ERROR)
                .findFirst()
                .map(event -> new FeelProblem.Unreadable(event.getMessage()));
    }

    private static Type typeOf(String type) {
        return switch (type) {
            case "string" -> BuiltInType.STRING;
            case "number" -> BuiltInType.NUMBER;
            case "boolean" -> BuiltInType.BOOLEAN;
            case "date" -> BuiltInType.DATE;
            case "time" -> BuiltInType.TIME;
            case "dateTime", "date and time" -> BuiltInType.DATE_TIME;
            case "list" -> BuiltInType.LIST;
            default -> BuiltInType.UNKNOWN;
        };
    }
}
