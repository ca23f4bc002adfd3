// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal.model;

import be.onthaal.decisions.Finding;
import be.onthaal.decisions.Place;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What a model may not hold: code in other languages than FEEL, other files, and anything but
 * tables and formulas, whose work has an end that can be seen beforehand.
 */
final class Hostilities {

    private static final Pattern DMN =
            Pattern.compile("https://www\\.omg\\.org/spec/DMN/20(19|21|23|24)\\d{4}/MODEL/");
    private static final Set<String> FEEL_ONLY = Set.of("expressionLanguage", "typeLanguage");
    private static final Pattern FEEL =
            Pattern.compile("(?i)(https?://www\\.omg\\.org/spec/)?(DMN/\\d{8}/)?FEEL/?(\\d{8})?");
    private static final Pattern EXTERNAL = Pattern.compile("\\bexternal\\b");
    private static final Set<String> ELEMENTS =
            Set.of(
                    "inputData",
                    "decision",
                    "itemDefinition",
                    "description",
                    "DMNDI",
                    "textAnnotation",
                    "association",
                    "knowledgeSource",
                    "group",
                    "artifact",
                    "organizationUnit",
                    "performanceIndicator");
    private static final Set<String> NO_LOGIC =
            Set.of(
                    "invocation",
                    "functionDefinition",
                    "context",
                    "relation",
                    "list",
                    "for",
                    "every",
                    "some",
                    "filter",
                    "conditional");
    private static final int MOST_DECISIONS = 50;
    private static final int LONGEST_TEXT = 2_000;

    private Hostilities() {}

    static void refuse(Element root) throws HostileModel {
        if (!"definitions".equals(root.getLocalName())
                || !DMN.matcher(Optional.ofNullable(root.getNamespaceURI()).orElse("")).matches()) {
            throw new HostileModel("error.decisions.model.no-dmn");
        }
        refuseForeignCode(root);
        for (Element part : Elements.children(root)) {
            if (part.getLocalName().equals("import")) {
                throw new HostileModel("error.decisions.model.import");
            }
            boolean strange =
                    !part.getLocalName().equals("DMNDI")
                            && !Objects.equals(part.getNamespaceURI(), root.getNamespaceURI());
            if (!ELEMENTS.contains(part.getLocalName()) || strange) {
                throw new HostileModel("error.decisions.model.element", part.getLocalName());
            }
        }
        if (Elements.children(root, "decision").count() > MOST_DECISIONS) {
            throw new HostileModel("error.decisions.model.too-many", MOST_DECISIONS);
        }
        for (Element element : Elements.all(root)) {
            refuseLogic(element);
        }
        for (Element part : Elements.children(root)) {
            Anatomy.refuseStrange(part);
        }
    }

    /** Code that would run with the rights of the product. */
    static void refuseForeignCode(Element root) throws HostileModel {
        for (Element element : Elements.all(root)) {
            String kind = element.getAttribute("kind");
            boolean function =
                    Set.of("functionDefinition", "encapsulatedLogic")
                            .contains(element.getLocalName());
            if (function && !kind.isEmpty() && !kind.equals("FEEL")) {
                throw new HostileModel("error.decisions.model.foreign", kind);
            }
            for (Attr attribute : attributes(element)) {
                if (FEEL_ONLY.contains(attribute.getLocalName())
                        && !FEEL.matcher(attribute.getValue()).matches()
                        && !attribute.getValue().isEmpty()) {
                    throw new HostileModel("error.decisions.model.foreign", attribute.getValue());
                }
            }
            if ("text".equals(element.getLocalName()) && namesExternal(element.getTextContent())) {
                throw new HostileModel("error.decisions.model.foreign", "external");
            }
        }
    }

    private static void refuseLogic(Element element) throws HostileModel {
        String name = element.getLocalName();
        Optional<Place> place = place(element);
        if (NO_LOGIC.contains(name)) {
            throw at(place, "error.decisions.model.element", name);
        }
        if (name.equals("extensionElements") && !Elements.children(element).isEmpty()) {
            throw at(place, "error.decisions.model.extension");
        }
        if (name.equals("text") && element.getTextContent().length() > LONGEST_TEXT) {
            throw at(place, "error.decisions.model.text-too-long", LONGEST_TEXT);
        }
    }

    private static HostileModel at(Optional<Place> place, String key, Object... arguments) {
        return new HostileModel(
                place.map(where -> Finding.error(where, key, arguments))
                        .orElseGet(() -> Finding.error(key, arguments)));
    }

    /** In what is no quoted text; beside a brace also in that, since readers may differ. */
    private static boolean namesExternal(String feel) {
        if (!EXTERNAL.matcher(feel).find()) {
            return false;
        }
        return feel.contains("{") || EXTERNAL.matcher(unquoted(feel)).find();
    }

    private static String unquoted(String feel) {
        var bare = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < feel.length(); at++) {
            char c = feel.charAt(at);
            if (quoted && c == '\\') {
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                bare.append(c);
            }
        }
        return bare.toString();
    }

    private static Optional<Place> place(Element element) {
        return Stream.iterate((Node) element, node -> node != null, Node::getParentNode)
                .filter(node -> "decision".equals(node.getLocalName()))
                .map(node -> Place.of(((Element) node).getAttribute("name")))
                .findFirst();
    }

    private static List<Attr> attributes(Element element) {
        var map = element.getAttributes();
        return java.util.stream.IntStream.range(0, map.getLength())
                .mapToObj(index -> (Attr) map.item(index))
                .toList();
    }
}
