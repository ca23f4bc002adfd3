// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.magda;

import be.onthaal.common.Refused;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A place in a message that is being written. Names below the service have no namespace. */
record Branch(Element element) {

    /** Adds a place and goes there. */
    Branch branch(String name) {
        Element child = document().createElementNS(null, name);
        element.appendChild(child);
        return new Branch(child);
    }

    /** Adds a value and stays here. */
    Branch leaf(String name, String value) {
        branch(name).write(value);
        return this;
    }

    /** Adds a value where there is one. */
    Branch leaf(String name, Optional<String> value) {
        value.ifPresent(text -> leaf(name, text));
        return this;
    }

    Branch attribute(String name, String value) {
        element.setAttribute(name, value);
        return this;
    }

    void write(String text) {
        if (!text.codePoints().allMatch(Branch::isAllowed)) {
            throw new Refused("register.characters");
        }
        element.appendChild(document().createTextNode(text));
    }

    /** What XML 1.0 can carry. */
    private static boolean isAllowed(int point) {
        return point == 0x9
                || point == 0xa
                || (point >= 0x20 && point <= 0xd7ff)
                || (point >= 0xe000 && point <= 0xfffd)
                || point >= 0x10000;
    }

    private Document document() {
        return element.getOwnerDocument();
    }
}
