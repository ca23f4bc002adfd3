// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webdav;

import be.onthaal.testing.Browser;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A program that has a document open, and asks what Word and LibreOffice ask. */
final class Desk {

    static final String LOCK =
            "<?xml version=\"1.0\"?><D:lockinfo xmlns:D=\"DAV:\"><D:lockscope><D:exclusive/></D:lockscope>"
                    + "<D:locktype><D:write/></D:locktype><D:owner>Els</D:owner></D:lockinfo>";

    private final Browser line;
    private final String address;

    Desk(int port, String address) {
        this.line = Browser.of(port);
        this.address = address;
    }

    String address() {
        return address;
    }

    /** The folder in which the document lies, with a slash at its end. */
    String folder() {
        return address.substring(0, address.lastIndexOf('/') + 1);
    }

    Browser.Answer ask(String method) {
        return ask(method, address, Map.of(), "");
    }

    Browser.Answer ask(String method, String place, Map<String, String> headers, String body) {
        return line.send(method, place, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Locks the document; the name of the lock stands in the answer. */
    Browser.Answer lock() {
        return ask("LOCK", address, Map.of("Depth", "0", "Timeout", "Second-3600"), LOCK);
    }

    Browser.Answer find(String place, int depth, String body) {
        return ask("PROPFIND", place, Map.of("Depth", String.valueOf(depth)), body);
    }

    Browser.Answer save(String text) {
        return ask("PUT", address, Map.of(), text);
    }

    Browser.Answer save(String text, String token) {
        return ask("PUT", address, Map.of("If", "(" + token + ")"), text);
    }

    Browser.Answer unlock(String token) {
        return ask("UNLOCK", address, Map.of("Lock-Token", token), "");
    }

    /** Puts something beside the document. */
    Browser.Answer aside(String name, String text) {
        return ask("PUT", folder() + name, Map.of(), text);
    }

    /** Moves something from beside the document to a place of this name. */
    Browser.Answer move(String from, String to, Map<String, String> headers) {
        var all = new HashMap<>(headers);
        all.put("Destination", folder() + to);
        return ask("MOVE", folder() + from, all, "");
    }

    static String token(Browser.Answer locked) {
        return locked.headers().getOrDefault("lock-token", "");
    }
}
