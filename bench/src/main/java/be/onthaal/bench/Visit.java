// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A page to ask.
 *
 * @param kind the sort of page, for the table
 * @param form what is sent in a form, if it is one
 */
record Visit(String kind, String path, Optional<String> form) {

    static Visit page(String kind, String path) {
        return new Visit(kind, path, Optional.empty());
    }

    /** A form of one field. */
    static Visit form(String kind, String path, String field, String value) {
        return new Visit(kind, path, Optional.of(field + "=" + encoded(value)));
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** What employees ask, one page after the other. */
    interface Round {
        Visit next();
    }
}
