// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.simulators.magda;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A question as it came in. */
record Asked(Element root) {

    static Asked read(byte[] message) throws IOException {
        Document document = Tree.read(message);
        Element body = find(document.getDocumentElement(), "Body");
        for (Node next = body.getFirstChild(); next != null; next = next.getNextSibling()) {
            if (next instanceof Element root) {
                return new Asked(root);
            }
        }
        throw new IOException("The body is empty");
    }

    String service() {
        return path("Verzoek", "Context", "Naam");
    }

    String version() {
        return path("Verzoek", "Context", "Versie");
    }

    String namespace() {
        return String.valueOf(root.getNamespaceURI());
    }

    String sender() {
        return path("Verzoek", "Context", "Bericht", "Afzender", "Identificatie");
    }

    String capacity() {
        return path("Verzoek", "Context", "Bericht", "Afzender", "Hoedanigheid");
    }

    String reference() {
        return path("Verzoek", "Context", "Bericht", "Afzender", "Referte");
    }

    String questionReference() {
        return path("Verzoek", "Vragen", "Vraag", "Referte");
    }

    /** The first value of this name in what is asked; empty when there is none. */
    String value(String name) {
        for (Element content : all(root, "Inhoud")) {
            for (Element found : all(content, name)) {
                return found.getTextContent().strip();
            }
        }
        return "";
    }

    List<String> values(String name) {
        return all(root, "Inhoud").stream()
                .flatMap(content -> all(content, name).stream())
                .map(found -> found.getTextContent().strip())
                .toList();
    }

    /** The values of this name directly in each place of that name. */
    List<String> values(String place, String name) {
        return all(root, place).stream()
                .flatMap(one -> child(one, name).stream())
                .map(found -> found.getTextContent().strip())
                .toList();
    }

    private String path(String... names) {
        Optional<Element> at = Optional.of(root);
        for (String name : names) {
            at = at.flatMap(one -> child(one, name));
        }
        return at.map(found -> found.getTextContent().strip()).orElse("");
    }

    private static Optional<Element> child(Element place, String name) {
        for (Node next = place.getFirstChild(); next != null; next = next.getNextSibling()) {
            if (next instanceof Element found && name.equals(found.getLocalName())) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    static List<Element> all(Element place, String name) {
        NodeList nodes = place.getElementsByTagNameNS("*", name);
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    private static Element find(Element place, String name) throws IOException {
        List<Element> found = all(place, name);
        if (found.isEmpty()) {
            throw new IOException("There is no " + name);
        }
        return found.getFirst();
    }
}
