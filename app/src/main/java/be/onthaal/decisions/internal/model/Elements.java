// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Walks a tree of XML by the local names of its elements. */
final class Elements {

    private Elements() {}

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static Stream<Element> children(Element parent, String name) {
        return children(parent).stream().filter(child -> name.equals(child.getLocalName()));
    }

    static Optional<Element> child(Element parent, String name) {
        return children(parent, name).findFirst();
    }

    /** The element and everything in it, in the order of the text. */
    static List<Element> all(Element root) {
        List<Element> all = new ArrayList<>();
        all.add(root);
        for (int i = 0; i < all.size(); i++) {
            all.addAll(children(all.get(i)));
        }
        return all;
    }

    /** What stands in its element {@code text}. */
    static String text(Element parent) {
        return child(parent, "text").map(text -> text.getTextContent().strip()).orElse("");
    }

    /** The id that a reference such as {@code #dienst} points at. */
    static String target(Element reference) {
        String href = reference.getAttribute("href");
        return href.startsWith("#") ? href.substring(1) : href;
    }
}
