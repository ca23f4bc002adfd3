// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.web;

import be.onthaal.common.Token;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** The secrets that a browser keeps: of its session, and of a sign-in on its way. */
@Component
public class SessionCookie {

    private static final Duration LIFE = Duration.ofHours(12);

    private final WebSettings settings;

    SessionCookie(WebSettings settings) {
        this.settings = settings;
    }

    /** The browser is signed in from now on. */
    public void keep(Token token, HttpServletResponse response) {
        set(settings.cookie(), token.value(), LIFE, response);
    }

    /** The browser is signed in no more. */
    public void drop(HttpServletResponse response) {
        set(settings.cookie(), "", Duration.ZERO, response);
    }

    /** A secret of another use, such as a sign-in that is not finished, for so long. */
    public void keep(String use, Token token, Duration life, HttpServletResponse response) {
        set(settings.cookie() + "-" + use, token.value(), life, response);
    }

    /** The browser forgets the secret of that use. */
    public void drop(String use, HttpServletResponse response) {
        set(settings.cookie() + "-" + use, "", Duration.ZERO, response);
    }

    /** The secret of that use, if the browser sent one. */
    public Optional<Token> find(String use, HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        String name = settings.cookie() + "-" + use;
        return cookies == null
                ? Optional.empty()
                : Stream.of(cookies)
                        .filter(cookie -> name.equals(cookie.getName()))
                        .findFirst()
                        .flatMap(cookie -> Token.parse(cookie.getValue()));
    }

    private void set(String name, String value, Duration life, HttpServletResponse response) {
        var cookie =
                ResponseCookie.from(name, value)
                        .httpOnly(true)
                        .secure(settings.secure())
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(life)
                        .build();
        response.addHeader("Set-Cookie", cookie.toString());
    }
}
