// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal.model;

import be.onthaal.decisions.internal.model.Model.Column;
import be.onthaal.decisions.internal.model.Model.Decision;
import be.onthaal.decisions.internal.model.Model.Input;
import be.onthaal.decisions.internal.model.Model.ItemType;
import be.onthaal.decisions.internal.model.Model.Logic;
import be.onthaal.decisions.internal.model.Model.Row;
import be.onthaal.decisions.internal.model.Model.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Reads DMN XML as records; what is hostile or not ours is refused with its place. */
public final class ModelReader {

    private static final Set<String> AROUND =
            Set.of("description", "variable", "question", "allowedAnswers", "extensionElements");
    private static final Pattern CHOICE = Pattern.compile("\"([^\"]*)\"");

    private final Element root;

    private ModelReader(Element root) {
        this.root = root;
    }

    /** The model in this text, if it may be here at all. */
    public static Model read(String xml) throws HostileModel {
        Element root = SafeXml.read(xml).getDocumentElement();
        Hostilities.refuse(root);
        return new ModelReader(root).model();
    }

    /** Refuses what no model may hold, wherever it comes from: other languages than FEEL. */
    public static void refuseForeignCode(String xml) throws HostileModel {
        Hostilities.refuseForeignCode(SafeXml.read(xml).getDocumentElement());
    }

    private Model model() {
        List<Input> inputs =
                Elements.children(root, "inputData")
                        .map(input ->
                                new Input(
                                        input.getAttribute("id"),
                                        input.getAttribute("name"),
                                        typeOfVariable(input)))
                        .toList();
        List<Decision> decisions =
                Elements.children(root, "decision").map(ModelReader::decision).toList();
        return new Model(root.getAttribute("name"), inputs, decisions, types());
    }

    private Map<String, ItemType> types() {
        Map<String, ItemType> types = new HashMap<>();
        Elements.children(root, "itemDefinition")
                .forEach(item ->
                        types.put(
                                item.getAttribute("name"),
                                new ItemType(
                                        Elements.child(item, "typeRef")
                                                .map(type -> type.getTextContent().strip())
                                                .orElse(""),
                                        item.getAttribute("isCollection").equals("true"),
                                        Elements.child(item, "itemComponent").isPresent(),
                                        choices(Elements.child(item, "allowedValues")))));
        return types;
    }

    private static Decision decision(Element decision) {
        List<String> needs =
                Elements.children(decision, "informationRequirement")
                        .flatMap(one ->
                                Stream.concat(
                                        Elements.children(one, "requiredInput"),
                                        Elements.children(one, "requiredDecision")))
                        .map(Elements::target)
                        .toList();
        return new Decision(
                decision.getAttribute("id"),
                decision.getAttribute("name"),
                typeOfVariable(decision),
                needs,
                logic(decision));
    }

    private static Logic logic(Element decision) {
        Optional<Element> logic =
                Elements.children(decision).stream()
                        .filter(child -> !AROUND.contains(child.getLocalName()))
                        .filter(child -> !child.getLocalName().endsWith("Requirement"))
                        .findFirst();
        return logic.map(element ->
                        switch (element.getLocalName()) {
                            case "decisionTable" -> table(element);
                            case "literalExpression" -> new Model.Formula(Elements.text(element));
                            default -> new Model.Boxed(element.getLocalName());
                        })
                .orElseGet(() -> new Model.Formula(""));
    }

    private static Table table(Element table) {
        String policy = table.getAttribute("hitPolicy");
        List<Row> rows =
                Elements.children(table, "rule")
                        .map(rule ->
                                new Row(
                                        rule.getAttribute("id"),
                                        texts(rule, "inputEntry"),
                                        texts(rule, "outputEntry"),
                                        notes(rule)))
                        .toList();
        return new Table(
                policy.isEmpty() ? "UNIQUE" : policy,
                table.getAttribute("aggregation"),
                Elements.children(table, "input").map(ModelReader::inputColumn).toList(),
                outputs(table),
                Elements.children(table, "annotation")
                        .map(one -> one.getAttribute("name"))
                        .toList(),
                rows);
    }

    private static List<Column> outputs(Element table) {
        List<Column> outputs = new ArrayList<>();
        Elements.children(table, "output")
                .forEach(output -> {
                    String name = output.getAttribute("name");
                    String label = output.getAttribute("label");
                    outputs.add(
                            new Column(
                                    label.isEmpty() ? name : label,
                                    name,
                                    output.getAttribute("typeRef"),
                                    choices(Elements.child(output, "outputValues"))));
                });
        return outputs;
    }

    private static Column inputColumn(Element input) {
        Optional<Element> expression = Elements.child(input, "inputExpression");
        String text = expression.map(Elements::text).orElse("");
        String label = input.getAttribute("label");
        return new Column(
                label.isEmpty() ? text : label,
                text,
                expression.map(one -> one.getAttribute("typeRef")).orElse(""),
                choices(Elements.child(input, "inputValues")));
    }

    private static List<String> texts(Element rule, String name) {
        return Elements.children(rule, name).map(Elements::text).toList();
    }

    /** Older editors write what a row says of itself in its description. */
    private static List<String> notes(Element rule) {
        List<String> notes = texts(rule, "annotationEntry");
        return notes.isEmpty()
                ? Elements.children(rule, "description")
                        .map(note -> note.getTextContent().strip())
                        .toList()
                : notes;
    }

    private static String typeOfVariable(Element of) {
        return Elements.child(of, "variable").map(one -> one.getAttribute("typeRef")).orElse("");
    }

    private static List<String> choices(Optional<Element> listed) {
        return listed.map(Elements::text).stream()
                .flatMap(text -> CHOICE.matcher(text).results())
                .map(found -> found.group(1))
                .toList();
    }
}
