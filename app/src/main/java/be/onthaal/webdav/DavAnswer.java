// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webdav;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a program is answered. */
record DavAnswer(int status, Map<String, String> headers, Optional<Body> body) {

    static final int OK = 200;
    static final int CREATED = 201;
    static final int DONE = 204;
    static final int MANY = 207;
    static final int SAME = 304;

    /** What goes with it, to read once; whoever writes it closes it. */
    record Body(String type, long size, InputStream bytes) {}

    DavAnswer {
        headers = Map.copyOf(headers);
    }

    static DavAnswer of(int status) {
        return new DavAnswer(status, Map.of(), Optional.empty());
    }

    static DavAnswer xml(int status, String xml) {
        byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
        return new DavAnswer(
                status,
                Map.of(),
                Optional.of(
                        new Body(
                                "application/xml; charset=utf-8",
                                bytes.length,
                                new ByteArrayInputStream(bytes))));
    }

    DavAnswer with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new DavAnswer(status, more, body);
    }

    DavAnswer with(Body bytes) {
        return new DavAnswer(status, headers, Optional.of(bytes));
    }
}
