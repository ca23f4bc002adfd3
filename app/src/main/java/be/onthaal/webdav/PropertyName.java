// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webdav;

/** The name of a property, in the space that whoever invented it owns. */
record PropertyName(String space, String name) {

    static final String DAV = "DAV:";

    static PropertyName dav(String name) {
        return new PropertyName(DAV, name);
    }

    /** As an element without anything in it. */
    String empty() {
        return space.isEmpty()
                ? "<" + name + " xmlns=\"\"/>"
                : "<x:" + name + " xmlns:x=\"" + Xml.escaped(space) + "\"/>";
    }
}
