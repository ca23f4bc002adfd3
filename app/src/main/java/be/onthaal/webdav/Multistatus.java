// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webdav;

import java.util.Collection;

/** An answer about several places or properties (RFC 4918, section 13). */
final class Multistatus {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";

    private final StringBuilder xml =
            new StringBuilder(HEAD).append("<D:multistatus xmlns:D=\"DAV:\">");

    /** Begins what is told of a place. */
    Multistatus at(String address) {
        xml.append("<D:response><D:href>").append(Xml.escaped(address)).append("</D:href>");
        return this;
    }

    /** Properties that share an outcome, each as an element. */
    Multistatus with(int status, Collection<String> properties) {
        if (!properties.isEmpty()) {
            xml.append("<D:propstat><D:prop>");
            properties.forEach(xml::append);
            xml.append("</D:prop><D:status>HTTP/1.1 ").append(status).append(' ');
            xml.append(reason(status)).append("</D:status></D:propstat>");
        }
        return this;
    }

    /** Ends what is told of a place. */
    Multistatus end() {
        xml.append("</D:response>");
        return this;
    }

    String xml() {
        return xml + "</D:multistatus>";
    }

    /** Properties by themselves, as a lock is answered. */
    static String prop(String properties) {
        return HEAD + "<D:prop xmlns:D=\"DAV:\">" + properties + "</D:prop>";
    }

    private static String reason(int status) {
        return switch (status) {
            case DavAnswer.OK -> "OK";
            case DavRefusal.FORBIDDEN -> "Forbidden";
            case DavRefusal.MISSING -> "Not Found";
            case 424 -> "Failed Dependency";
            default -> "Refused";
        };
    }
}
