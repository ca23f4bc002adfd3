// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.bench;

import be.onthaal.decisions.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * A case of the DMN Technology Compatibility Kit: what goes in, and what must come out.
 *
 * @param service the decision service that is asked; empty for all decisions
 * @param unsupported true for what is no decision or service
 */
record TckCase(
        String id,
        String model,
        Optional<String> service,
        boolean unsupported,
        Map<String, Value> inputs,
        List<Expected> expected) {

    private static final String SCHEMA = "http://www.w3.org/2001/XMLSchema-instance";

    TckCase {
        inputs = Map.copyOf(inputs);
        expected = List.copyOf(expected);
    }

    /** What a decision must give; an error is a failure to decide or nothing. */
    record Expected(String decision, boolean error, Value value) {}

    /** The cases in a file. */
    static List<TckCase> in(Path file) throws IOException {
        Element root = read(file);
        String model =
                children(root, "modelName").stream().findFirst().map(TckCase::text).orElse("");
        List<TckCase> cases = new ArrayList<>();
        for (Element one : children(root, "testCase")) {
            Map<String, Value> inputs = new LinkedHashMap<>();
            children(one, "inputNode")
                    .forEach(input -> inputs.put(input.getAttribute("name"), value(input)));
            List<Expected> expected =
                    children(one, "resultNode").stream()
                            .map(result ->
                                    new Expected(
                                            result.getAttribute("name"),
                                            result.getAttribute("errorResult").equals("true"),
                                            children(result, "expected").stream()
                                                    .findFirst()
                                                    .map(TckCase::value)
                                                    .orElse(Value.UNKNOWN)))
                            .toList();
            String type = one.getAttribute("type");
            boolean service = type.equals("decisionService");
            cases.add(
                    new TckCase(
                            one.getAttribute("id"),
                            model,
                            service
                                    ? Optional.of(one.getAttribute("invocableName"))
                                    : Optional.empty(),
                            !service && !type.isEmpty() && !type.equals("decision"),
                            inputs,
                            expected));
        }
        return cases;
    }

    /** The value in an element: one, a list, or components with names. */
    private static Value value(Element holder) {
        Optional<Element> list = children(holder, "list").stream().findFirst();
        if (list.isPresent()) {
            return isNil(list.get())
                    ? Value.UNKNOWN
                    : new Value.Many(
                            children(list.get(), "item").stream().map(TckCase::value).toList());
        }
        List<Element> components = children(holder, "component");
        if (!components.isEmpty()) {
            LinkedHashMap<String, Value> fields = new LinkedHashMap<>();
            components.forEach(one -> fields.put(one.getAttribute("name"), value(one)));
            return new Value.Fields(fields);
        }
        return children(holder, "value").stream()
                .findFirst()
                .filter(one -> !isNil(one))
                .map(TckCase::simple)
                .orElse(Value.UNKNOWN);
    }

    private static Value simple(Element element) {
        String type = element.getAttributeNS(SCHEMA, "type").replaceFirst("^.*:", "");
        String text = element.getTextContent();
        return switch (type) {
            case "string" -> Value.of(text);
            case "boolean" -> Value.of(text.strip().equals("true") || text.strip().equals("1"));
            case "decimal", "double", "float", "integer", "int", "long" -> number(text);
            case "date" -> day(text.strip());
            case "time", "dateTime", "duration" -> new Value.Timed(text.strip());
            default -> untyped(text);
        };
    }

    private static Value untyped(String text) {
        String bare = text.strip();
        if (bare.equals("true") || bare.equals("false")) {
            return Value.of(bare.equals("true"));
        }
        return bare.matches("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?") ? number(bare) : Value.of(text);
    }

    private static Value number(String text) {
        try {
            return Value.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException infinite) {
            return Value.of(text);
        }
    }

    private static Value day(String text) {
        try {
            return Value.of(LocalDate.parse(text));
        } catch (DateTimeException odd) {
            return new Value.Timed(text);
        }
    }

    private static boolean isNil(Element element) {
        return element.getAttributeNS(SCHEMA, "nil").equals("true");
    }

    private static String text(Element element) {
        return element.getTextContent().strip();
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && name.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }

    private static Element read(Path file) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        } catch (SAXException | ParserConfigurationException broken) {
            throw new IOException("No test cases in " + file, broken);
        }
    }
}
