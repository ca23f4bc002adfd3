// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.web.internal;

import be.onthaal.web.Texts;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Stream;

/** The language of the person at the browser: chosen, or his account's, or his browser's. */
public final class RequestLanguage {

    static final String ATTRIBUTE = RequestLanguage.class.getName();
    static final String COOKIE = "taal";

    private RequestLanguage() {}

    public static String of(HttpServletRequest request) {
        return chosen(request)
                .or(() -> Optional.ofNullable((String) request.getAttribute(ATTRIBUTE)))
                .or(() -> preferred(request))
                .orElse("nl");
    }

    private static Optional<String> chosen(HttpServletRequest request) {
        String asked = request.getParameter("taal");
        if (asked != null && Texts.LOCALES.contains(asked)) {
            return Optional.of(asked);
        }
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Stream.of(cookies)
                        .filter(cookie -> COOKIE.equals(cookie.getName()))
                        .map(Cookie::getValue)
                        .filter(Texts.LOCALES::contains)
                        .findFirst();
    }

    private static Optional<String> preferred(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream()
                .map(java.util.Locale::getLanguage)
                .filter(Texts.LOCALES::contains)
                .findFirst();
    }
}
