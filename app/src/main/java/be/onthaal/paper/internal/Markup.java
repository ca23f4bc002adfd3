// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.paper.internal;

import be.onthaal.common.Refused;
import be.onthaal.paper.Picture;
import java.io.IOException;
import java.io.StringReader;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The small part of HTML that letters need, checked: what is not listed is refused by name, so that
 * nobody wonders where his text went, and nothing points outside.
 */
public record Markup(Document document) {

    private static final int LONGEST = 1_000_000;
    private static final int LONGEST_TITLE = 1_000;
    private static final int MOST_ELEMENTS = 50_000;
    private static final int DEEPEST = 30;
    private static final int LONGEST_SHOWN = 40;
    private static final String PICTURE = "picture:";
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}(-[A-Z]{2})?");
    private static final Pattern WEB = Pattern.compile("(?i)(https?://|mailto:|tel:)\\S{1,2000}");
    private static final Pattern SMALL_NUMBER = Pattern.compile("[1-9]\\d?");
    private static final Pattern WORDS = Pattern.compile("[a-z -]{1,60}");

    private static final Set<String> ELEMENTS =
            Set.of(
                    "h1",
                    "h2",
                    "h3",
                    "p",
                    "br",
                    "hr",
                    "div",
                    "span",
                    "strong",
                    "b",
                    "em",
                    "i",
                    "u",
                    "sup",
                    "sub",
                    "ul",
                    "ol",
                    "li",
                    "table",
                    "caption",
                    "thead",
                    "tbody",
                    "tfoot",
                    "tr",
                    "th",
                    "td",
                    "img",
                    "a",
                    "blockquote");

    /** The rules of one text, with what was counted in it. */
    private static final class Check {

        private final Map<String, Picture> pictures;
        private int elements;

        Check(Map<String, Picture> pictures) {
            this.pictures = pictures;
        }

        void within(Element parent, int depth) {
            if (depth > DEEPEST) {
                throw new Refused("paper.too-deep", DEEPEST);
            }
            for (Node child : children(parent)) {
                switch (child.getNodeType()) {
                    case Node.ELEMENT_NODE -> check((Element) child, depth);
                    case Node.TEXT_NODE -> {}
                    default -> parent.removeChild(child);
                }
            }
        }

        private void check(Element element, int depth) {
            if (++elements > MOST_ELEMENTS) {
                throw new Refused("paper.too-long", LONGEST);
            }
            if (!ELEMENTS.contains(element.getTagName())) {
                throw new Refused("paper.element", shown(element.getTagName()));
            }
            for (Attr attribute : attributes(element)) {
                if (!isAllowed(element.getTagName(), attribute)) {
                    throw new Refused(
                            attribute.getName().equals("src") ? "paper.outside" : "paper.attribute",
                            shown(attribute.getName()));
                }
            }
            complete(element);
            within(element, depth + 1);
        }

        private boolean isAllowed(String element, Attr attribute) {
            String value = attribute.getValue();
            return switch (attribute.getName()) {
                case "class" -> WORDS.matcher(value).matches();
                case "lang" -> LANGUAGE.matcher(value).matches();
                case "title" -> element.equals("a");
                case "href" -> element.equals("a") && WEB.matcher(value).matches();
                case "alt" -> element.equals("img");
                case "src" ->
                        element.equals("img")
                                && value.startsWith(PICTURE)
                                && pictures.containsKey(value.substring(PICTURE.length()));
                case "scope" ->
                        element.equals("th") && (value.equals("col") || value.equals("row"));
                case "colspan", "rowspan" ->
                        (element.equals("th") || element.equals("td"))
                                && SMALL_NUMBER.matcher(value).matches();
                default -> false;
            };
        }

        /** What somebody who does not see the page needs, where the text left it out. */
        private void complete(Element element) {
            switch (element.getTagName()) {
                case "img" -> {
                    if (!element.hasAttribute("src")) {
                        throw new Refused("paper.outside", "src");
                    }
                    Picture picture = find(element.getAttribute("src"));
                    if (!element.hasAttribute("alt")) {
                        element.setAttribute("alt", picture.alternative());
                    }
                    element.setAttribute("src", SafePicture.address(picture.bytes()));
                }
                case "th" -> {
                    if (!element.hasAttribute("scope")) {
                        element.setAttribute("scope", isAlone(element) ? "row" : "col");
                    }
                }
                case "a" -> {
                    if (!element.hasAttribute("title")) {
                        element.setAttribute("title", element.getTextContent().strip());
                    }
                }
                default -> {}
            }
        }

        private Picture find(String source) {
            Picture picture = pictures.get(source.substring(PICTURE.length()));
            if (picture == null) {
                throw new Refused("paper.outside", "src");
            }
            return picture;
        }
    }

    /** Reads a text; refuses what it may not hold. */
    public static Markup of(
            String language, String title, String body, Map<String, Picture> pictures) {
        if (body.length() > LONGEST || title.length() > LONGEST_TITLE) {
            throw new Refused("paper.too-long", LONGEST);
        }
        if (!LANGUAGE.matcher(language).matches()) {
            throw new Refused("paper.language");
        }
        Document document = parsed("<body>" + clean(body) + "</body>");
        Element root = document.getDocumentElement();
        new Check(pictures).within(root, 0);
        Element html = document.createElement("html");
        html.setAttribute("lang", language);
        Element head = document.createElement("head");
        head.appendChild(text(document, "title", clean(title)));
        head.appendChild(meta(document, "description", clean(title)));
        head.appendChild(text(document, "style", Rendering.style()));
        document.replaceChild(html, root);
        html.appendChild(head);
        html.appendChild(root);
        return new Markup(document);
    }

    private static Element text(Document document, String name, String text) {
        Element element = document.createElement(name);
        element.setTextContent(text);
        return element;
    }

    private static Element meta(Document document, String name, String content) {
        Element meta = document.createElement("meta");
        meta.setAttribute("name", name);
        meta.setAttribute("content", content);
        return meta;
    }

    /** Neither document types nor entities: what could fetch, or grow without end, is not read. */
    private static Document parsed(String text) {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setCoalescing(true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new InputSource(new StringReader(text)));
        } catch (SAXException broken) {
            throw new Refused("paper.not-well-formed");
        } catch (IOException | ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Letters with their accents in one sign, and without the signs that no page shows. */
    private static String clean(String text) {
        var left = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .filter(Markup::isSeen)
                .forEach(left::appendCodePoint);
        return left.toString();
    }

    private static boolean isSeen(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point == '\n' || point == '\t';
            case Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                    false;
            default -> true;
        };
    }

    /** Whether a heading stands before the cells of its row, and so is about the row. */
    private static boolean isAlone(Element heading) {
        Node row = heading.getParentNode();
        return row instanceof Element parent
                && children(parent).stream().anyMatch(cell -> cell.getNodeName().equals("td"));
    }

    private static List<Node> children(Element parent) {
        var list = new ArrayList<Node>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            list.add(child);
        }
        return list;
    }

    private static List<Attr> attributes(Element element) {
        var list = new ArrayList<Attr>();
        for (int at = 0; at < element.getAttributes().getLength(); at++) {
            list.add((Attr) element.getAttributes().item(at));
        }
        return list;
    }

    private static String shown(String name) {
        return name.substring(0, Math.min(name.length(), LONGEST_SHOWN));
    }
}
