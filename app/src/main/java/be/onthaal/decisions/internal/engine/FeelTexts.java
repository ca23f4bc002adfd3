// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal.engine;

import java.util.ArrayList;
import java.util.HashMap;
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
    private final Map<String, Known> names;
    private final Map<String, Effort> efforts = new HashMap<>();
    private long steps;

    /** For expressions that may use these names. */
    public FeelTexts(Map<String, Known> names) {
        this.names = Map.copyOf(names);
        names.forEach((name, known) -> efforts.put(Calls.plain(name), known.effort()));
    }

    /** A value that an expression may name: its type, and how much it may be. */
    public record Known(String type, Effort effort) {

        public static Known input(String type) {
            return new Known(type, Effort.ofInput(type));
        }
    }

    /** What is wrong with it; nothing when it can be read and its work has an end. */
    public Optional<FeelProblem> problemOf(String expression) {
        return problem(
                efforts,
                context ->
                        feel.processExpression(expression, context).getInterpreted().getASTNode());
    }

    /** How many steps all takes that was read until now. */
    public long steps() {
        return steps;
    }

    /** How much it may ask for; nothing when it cannot be read, since then it is never asked. */
    public Effort effortOf(String expression) {
        try {
            CompilerContext context = context(new ArrayList<>());
            return Efforts.of(
                    feel.processExpression(expression, context).getInterpreted().getASTNode(),
                    efforts);
        } catch (RuntimeException | StackOverflowError failure) {
            return Effort.NONE;
        }
    }

    /** What is wrong with the cell of a condition, about this value. */
    public Optional<FeelProblem> problemOfTest(String test, Known about) {
        Map<String, Effort> all = new HashMap<>(efforts);
        all.put("?", about.effort());
        return problem(
                all,
                context -> {
                    context.addInputVariableType("?", typeOf(about.type()));
                    return feel.processUnaryTests(test, context) instanceof ProcessedUnaryTest tests
                            ? tests.getInterpreted().getASTNode()
                            : new NullNode("");
                });
    }

    /** The engine falls over some texts that it cannot read, and over very deep ones. */
    private Optional<FeelProblem> problem(
            Map<String, Effort> named, Function<CompilerContext, ASTNode> reading) {
        List<FEELEvent> said = new ArrayList<>();
        try {
            ASTNode read = reading.apply(context(said));
            return firstError(said)
                    .or(() -> unknownEnd(read))
                    .or(() -> BoundedWork.problemOf(read))
                    .or(() -> tooMuch(read, named));
        } catch (RuntimeException | StackOverflowError failure) {
            return firstError(said).or(() -> Optional.of(new FeelProblem.Unreadable("")));
        }
    }

    private Optional<FeelProblem> tooMuch(ASTNode read, Map<String, Effort> named) {
        Effort effort = Efforts.of(read, named);
        steps += effort.steps();
        return effort.isTooMuch() ? Optional.of(BoundedWork.endless(read)) : Optional.empty();
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
        names.forEach((name, known) -> context.addInputVariableType(name, typeOf(known.type())));
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
