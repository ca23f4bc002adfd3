// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal.model;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * What stands in what, and what only once: two readers that each take another one of two texts
 * would check one model and evaluate another.
 */
final class Anatomy {

    private static final Set<String> LINKS =
            Set.of(
                    "informationRequirement",
                    "authorityRequirement",
                    "supportedObjective",
                    "impactedPerformanceIndicator",
                    "decisionMaker",
                    "decisionOwner",
                    "usingProcess",
                    "usingTask");

    private static final Set<String> LOGIC = Set.of("decisionTable", "literalExpression");

    /** In each element that holds FEEL, or leads to it, what may be in it once. */
    private static final Map<String, Set<String>> ONCE =
            Map.ofEntries(
                    Map.entry("inputData", Set.of("variable")),
                    Map.entry(
                            "decision",
                            Set.of(
                                    "variable",
                                    "question",
                                    "allowedAnswers",
                                    "decisionTable",
                                    "literalExpression")),
                    Map.entry(
                            "itemDefinition", Set.of("typeRef", "allowedValues", "typeConstraint")),
                    Map.entry(
                            "itemComponent", Set.of("typeRef", "allowedValues", "typeConstraint")),
                    Map.entry(
                            "informationRequirement", Set.of("requiredInput", "requiredDecision")),
                    Map.entry("variable", Set.of()),
                    Map.entry("decisionTable", Set.of()),
                    Map.entry("input", Set.of("inputExpression", "inputValues")),
                    Map.entry("output", Set.of("outputValues")),
                    Map.entry("annotation", Set.of()),
                    Map.entry("rule", Set.of()),
                    Map.entry("inputExpression", Set.of("text")),
                    Map.entry("inputEntry", Set.of("text")),
                    Map.entry("outputEntry", Set.of("text")),
                    Map.entry("annotationEntry", Set.of("text")),
                    Map.entry("literalExpression", Set.of("text")),
                    Map.entry("inputValues", Set.of("text")),
                    Map.entry("outputValues", Set.of("text")),
                    Map.entry("allowedValues", Set.of("text")),
                    Map.entry("typeConstraint", Set.of("text")),
                    Map.entry("text", Set.of()));

    /** And what may be in it more than once. */
    private static final Map<String, Set<String>> MANY =
            Map.of(
                    "decision",
                    LINKS,
                    "itemDefinition",
                    Set.of("itemComponent"),
                    "itemComponent",
                    Set.of("itemComponent"),
                    "decisionTable",
                    Set.of("input", "output", "annotation", "rule"),
                    "rule",
                    Set.of("inputEntry", "outputEntry", "annotationEntry"));

    private static final Set<String> ALWAYS = Set.of("description", "extensionElements");

    /** What an engine reads as FEEL though nobody wrote it as a cell or a formula. */
    private static final Set<String> LISTED =
            Set.of("allowedValues", "typeConstraint", "inputValues", "outputValues");

    private static final String LITERAL =
            "(?:\"[^\"\\\\]*+\"|-?[0-9]{1,30}+(?:\\.[0-9]{1,30}+)?|true|false|null"
                    + "|date\\(\\s*+\"[0-9-]{1,20}+\"\\s*+\\)|@\"[-0-9P][^\"\\\\]{0,60}+\")";

    private static final Pattern VALUE =
            Pattern.compile(
                    "\\s*+(?:(?:<=|>=|<|>)?+\\s*+"
                            + LITERAL
                            + "|[\\[\\](]\\s*+"
                            + LITERAL
                            + "\\s*+\\.\\.\\s*+"
                            + LITERAL
                            + "\\s*+[\\])\\[])\\s*+");

    private Anatomy() {}

    /** Refuses what has no place where it stands, below one of the parts of a model. */
    static void refuseStrange(Element element) throws HostileModel {
        Set<String> once = ONCE.get(element.getLocalName());
        if (once == null) {
            return;
        }
        Set<String> many = MANY.getOrDefault(element.getLocalName(), Set.of());
        Set<String> seen = new HashSet<>();
        boolean decides = false;
        for (Element child : Elements.children(element)) {
            String name = child.getLocalName();
            boolean known = once.contains(name) || many.contains(name) || ALWAYS.contains(name);
            boolean again = !seen.add(name) && !many.contains(name);
            boolean logic = LOGIC.contains(name);
            if (!known
                    || again
                    || decides && logic
                    || !Objects.equals(child.getNamespaceURI(), element.getNamespaceURI())) {
                throw new HostileModel("error.decisions.model.element", name);
            }
            decides |= logic;
            refuseStrange(child);
        }
        if (LISTED.contains(element.getLocalName()) && !isListed(Elements.text(element))) {
            throw new HostileModel("error.decisions.model.values", element.getLocalName());
        }
    }

    /** Values with commas between them, nothing that has to be worked out. */
    private static boolean isListed(String text) {
        Matcher value = VALUE.matcher(text);
        int at = 0;
        while (at < text.length()) {
            value.region(at, text.length());
            if (!value.lookingAt()) {
                return false;
            }
            at = value.end();
            if (at == text.length()) {
                return true;
            }
            if (text.charAt(at) != ',') {
                return false;
            }
            at++;
        }
        return text.isEmpty();
    }
}
