// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.web;

import be.onthaal.common.Token;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;

/** The secret by which a browser is known. */
public final class BrowserSession {

    private BrowserSession() {}

    /** The secret of the browser's session, if it sent one. */
    public static Optional<Token> of(HttpServletRequest request, WebSettings settings) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Stream.of(cookies)
                        .filter(cookie -> settings.cookie().equals(cookie.getName()))
                        .findFirst()
                        .flatMap(cookie -> Token.parse(cookie.getValue()));
    }
}
