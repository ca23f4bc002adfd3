// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.common.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A change as it was asked for: where, under which key, of which revision. */
record Asked(String place, Optional<String> key, Optional<String> match) {

    private static final int LONGEST_KEY = 200;
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,9})(?:\\.[0-9a-f]+)?\"");

    static Asked of(HttpServletRequest request) {
        Optional<String> key = Optional.ofNullable(request.getHeader("Idempotency-Key"));
        if (key.filter(Asked::unreadable).isPresent()) {
            throw new Refused("api.key-unreadable", LONGEST_KEY);
        }
        return new Asked(
                request.getMethod() + " " + request.getRequestURI(),
                key,
                Optional.ofNullable(request.getHeader("If-Match")));
    }

    /** The revision that the program saw; it must say so where two can change the same thing. */
    int revision() {
        String tag = match.orElseThrow(() -> new Refused("api.match-missing"));
        Matcher read = TAG.matcher(tag.strip());
        if (!read.matches()) {
            throw new Refused("api.match-unreadable");
        }
        return Integer.parseInt(read.group(1));
    }

    private static boolean unreadable(String key) {
        return key.isBlank()
                || key.length() > LONGEST_KEY
                || key.chars().anyMatch(c -> c < 0x20 || c > 0x7e);
    }
}
