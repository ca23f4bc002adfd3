// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.simulators.magda;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Makes something wrong with an answer that was right. */
final class Spoiling {

    private static final String BOMB =
            """
            <?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbbbb">\
            <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">\
            <!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;">\
            <!ENTITY g "&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;"><!ENTITY h "&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;">]>
            <a>&h;&h;&h;&h;&h;&h;&h;&h;&h;&h;</a>\
            """;
    private static final String FILE =
            """
            <?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>\
            """;

    private volatile byte[] before = new byte[0];

    byte[] spoil(Tree answer, Flaw flaw) {
        byte[] right = answer.bytes();
        byte[] spoilt =
                switch (flaw) {
                    case ENTITY_BOMB -> BOMB.getBytes(UTF_8);
                    case EXTERNAL_ENTITY -> FILE.getBytes(UTF_8);
                    case NO_SOAP -> "<antwoord>ja</antwoord>".getBytes(UTF_8);
                    case TRUNCATED -> Arrays.copyOf(right, right.length / 2);
                    case REPEATED -> before.length == 0 ? right : before;
                    case WRONG_NAMESPACE -> replaced(right, "xmlns:antw=\"", "xmlns:antw=\"urn:");
                    case WRONG_VERSION -> replaced(right, "<Versie>0", "<Versie>1");
                    case WRONG_REFERENCE -> changed(answer, "Ontvanger", "Referte", "een-andere");
                    case WRONG_QUESTION -> changed(answer, "Antwoord", "Referte", "een-andere");
                    case DATE_WRONG -> dated(answer);
                    case FIELD_MISSING -> without(answer);
                    case REORDERED -> reordered(answer);
                    default -> right;
                };
        before = right;
        return spoilt;
    }

    private static byte[] replaced(byte[] right, String what, String by) {
        return new String(right, UTF_8).replace(what, by).getBytes(UTF_8);
    }

    private static byte[] changed(Tree answer, String place, String name, String text) {
        for (Element one : Asked.all(top(answer), place)) {
            for (Element field : Asked.all(one, name)) {
                if (one.isSameNode(field.getParentNode())) {
                    field.setTextContent(text);
                }
            }
        }
        return answer.bytes();
    }

    private static byte[] dated(Tree answer) {
        for (Element content : Asked.all(top(answer), "Inhoud")) {
            for (Element name : Asked.all(content, "Naam")) {
                name.setAttribute("DatumBegin", "2001-02-31");
            }
        }
        return answer.bytes();
    }

    /** Takes the first number of somebody or something away. */
    private static byte[] without(Tree answer) {
        for (String name : new String[] {"INSZ", "Ondernemingsnummer", "Resultaat"}) {
            for (Element field : Asked.all(top(answer), name)) {
                Node parent = field.getParentNode();
                if (parent != null) {
                    parent.removeChild(field);
                    return answer.bytes();
                }
            }
        }
        return answer.bytes();
    }

    /** Turns the order of all parts of the data around. */
    private static byte[] reordered(Tree answer) {
        for (Element content : Asked.all(top(answer), "Inhoud")) {
            turn(content);
        }
        return answer.bytes();
    }

    private static void turn(Element place) {
        List<Element> children = new ArrayList<>();
        for (Node next = place.getFirstChild(); next != null; next = next.getNextSibling()) {
            if (next instanceof Element child) {
                children.add(child);
            }
        }
        boolean list =
                children.stream().map(Element::getLocalName).distinct().count() < children.size();
        if (!list) {
            children.reversed().forEach(place::appendChild);
        }
        children.forEach(Spoiling::turn);
    }

    private static Element top(Tree answer) {
        return answer.element().getOwnerDocument().getDocumentElement();
    }
}
