// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webdav;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads what programs send, without anything that reaches beyond it, and writes it back. */
final class Xml {

    /** The longest body that is read, in bytes. */
    static final int LONGEST = 256 * 1024;

    private static final int DEEPEST = 30;

    private Xml() {}

    /** The outermost element; refused when it is no XML or asks for something from elsewhere. */
    static Element read(byte[] body) {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute("jdk.xml.maxElementDepth", DEEPEST);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new ByteArrayInputStream(body)).getDocumentElement();
        } catch (SAXException nonsense) {
            throw new DavRefusal(DavRefusal.BAD_REQUEST);
        } catch (IOException | ParserConfigurationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static PropertyName name(Element element) {
        String space = element.getNamespaceURI();
        return new PropertyName(space == null ? "" : space, element.getLocalName());
    }

    static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node one = element.getFirstChild(); one != null; one = one.getNextSibling()) {
            if (one instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    /** The first child with this name in the space of WebDAV. */
    static Optional<Element> child(Element element, String name) {
        return children(element).stream()
                .filter(child -> name(child).equals(PropertyName.dav(name)))
                .findFirst();
    }

    /** An element with all in it, so that it means the same wherever it is put. */
    static String written(Element element) {
        var out = new StringBuilder();
        write(element, Map.of("", ""), out);
        return out.toString();
    }

    /** What stands in an element, so that it means the same wherever it is put. */
    static String within(Element element) {
        var out = new StringBuilder();
        writeChildren(element, Map.of("", ""), out);
        return out.toString();
    }

    static String escaped(String text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\r', '\n', '\t' -> out.append("&#").append((int) c).append(';');
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    private static void write(Element element, Map<String, String> known, StringBuilder out) {
        Map<String, String> scope = new HashMap<>(known);
        var declared = new StringBuilder();
        declare(element, scope, declared);
        NamedNodeMap attributes = element.getAttributes();
        var shown = new StringBuilder();
        for (int i = 0; i < attributes.getLength(); i++) {
            if (attributes.item(i) instanceof Attr attribute
                    && !XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
                if (attribute.getPrefix() != null) {
                    declare(attribute, scope, declared);
                }
                shown.append(' ').append(attribute.getName());
                shown.append("=\"").append(escaped(attribute.getValue())).append('"');
            }
        }
        out.append('<').append(element.getTagName()).append(declared).append(shown).append('>');
        writeChildren(element, scope, out);
        out.append("</").append(element.getTagName()).append('>');
    }

    private static void writeChildren(
            Element element, Map<String, String> scope, StringBuilder out) {
        for (Node one = element.getFirstChild(); one != null; one = one.getNextSibling()) {
            if (one instanceof Element child) {
                write(child, scope, out);
            } else if (one.getNodeType() == Node.TEXT_NODE
                    || one.getNodeType() == Node.CDATA_SECTION_NODE) {
                out.append(escaped(String.valueOf(one.getNodeValue())));
            }
        }
    }

    private static void declare(Node node, Map<String, String> scope, StringBuilder out) {
        String prefix = node.getPrefix() == null ? "" : node.getPrefix();
        String space = node.getNamespaceURI() == null ? "" : node.getNamespaceURI();
        if (!prefix.equals("xml") && !space.equals(scope.get(prefix))) {
            scope.put(prefix, space);
            out.append(prefix.isEmpty() ? " xmlns" : " xmlns:" + prefix);
            out.append("=\"").append(escaped(space)).append('"');
        }
    }
}
