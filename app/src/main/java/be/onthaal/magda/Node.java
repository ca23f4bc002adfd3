// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.magda;

import be.onthaal.common.PartialDate;
import be.onthaal.party.register.Dated;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * A place in an answer. What is missing or odd there is told by its path.
 *
 * @param path from the top, such as Antwoord/Inhoud/Persoon
 */
record Node(Element element, String path) {

    private static final Pattern DATE =
            Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})(?:T.*|Z|[+-][0-9:]+)?");
    private static final String FOREVER = "9999";
    private static final String NEVER = "0000";
    private static final int MOST_CHILDREN = 20_000;

    static Node top(Element element) {
        return new Node(element, element.getLocalName());
    }

    List<Node> children() {
        List<Node> found = new ArrayList<>();
        for (var next = element.getFirstChild(); next != null; next = next.getNextSibling()) {
            if (next instanceof Element child) {
                found.add(new Node(child, path + "/" + child.getLocalName()));
            }
            if (found.size() > MOST_CHILDREN) {
                throw new Unreadable("field", path);
            }
        }
        return found;
    }

    List<Node> children(String name) {
        return children().stream().filter(child -> child.is(name)).toList();
    }

    /** All children of this name below any of these. */
    List<Node> below(String wrapper, String name) {
        return children(wrapper).stream().flatMap(one -> one.children(name).stream()).toList();
    }

    boolean is(String name) {
        return name.equals(element.getLocalName());
    }

    /** The first place at the end of these names. */
    Optional<Node> at(String... names) {
        Optional<Node> place = Optional.of(this);
        for (String name : names) {
            place = place.flatMap(one -> one.children(name).stream().findFirst());
        }
        return place;
    }

    Node need(String name) {
        return at(name).orElseThrow(() -> new Unreadable("field", path + "/" + name));
    }

    /** The text here, without the space around it. */
    String text() {
        return element.getTextContent().strip();
    }

    /** The text at the end of these names, where there is any. */
    Optional<String> text(String... names) {
        return at(names).map(Node::text).filter(text -> !text.isEmpty());
    }

    String needText(String name) {
        return text(name).orElseThrow(() -> new Unreadable("field", path + "/" + name));
    }

    Optional<String> attribute(String name) {
        return Optional.of(element.getAttribute(name).strip()).filter(text -> !text.isEmpty());
    }

    /** A date of which parts may be unknown, written 00 or 99. */
    Optional<PartialDate> date(String... names) {
        return at(names).flatMap(node -> date(node.text(), node.path()));
    }

    Optional<PartialDate> dateAttribute(String name) {
        return attribute(name).flatMap(text -> date(text, path + "/@" + name));
    }

    Optional<LocalDate> day(String... names) {
        return date(names).flatMap(PartialDate::toLocalDate);
    }

    /** The value here with the dates that the source gives it. */
    <T> Dated<T> dated(T value) {
        return new Dated<>(value, dateAttribute("DatumBegin"), dateAttribute("DatumEinde"));
    }

    private static Optional<PartialDate> date(String text, String path) {
        Matcher date = DATE.matcher(text);
        if (text.isEmpty() || text.startsWith(NEVER) || text.startsWith(FOREVER)) {
            return Optional.empty();
        }
        if (!date.matches()) {
            throw new Unreadable("field", path);
        }
        String month = known(date.group(2));
        String day = month.equals("00") ? "00" : known(date.group(3));
        return Optional.of(
                PartialDate.parse(date.group(1) + "-" + month + "-" + day)
                        .orElseThrow(() -> new Unreadable("field", path)));
    }

    private static String known(String part) {
        return part.equals("99") ? "00" : part;
    }
}
