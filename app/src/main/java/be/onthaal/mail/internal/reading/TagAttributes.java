// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The attributes of one HTML tag, names and values in turn. The parser hands them over in a linked
 * list without end, in which looking things up takes a mail of a megabyte minutes.
 */
final class TagAttributes {

    private static final int MOST = 100;

    private TagAttributes() {}

    static List<String> few(List<String> attributes) {
        List<String> few = new ArrayList<>();
        Iterator<String> all = attributes.iterator();
        while (all.hasNext() && few.size() < 2 * MOST) {
            few.add(all.next());
            few.add(all.hasNext() ? all.next() : "");
        }
        return few;
    }

    static String value(List<String> attributes, String name) {
        for (int i = 0; i + 1 < attributes.size(); i += 2) {
            if (attributes.get(i).equals(name)) {
                return attributes.get(i + 1);
            }
        }
        return "";
    }
}
