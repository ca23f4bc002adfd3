// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.web.internal;

import be.onthaal.web.Texts;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the person at this browser chose: language, light or dark, keys of one letter. */
public final class BrowserChoices {

    /** The choices there are and what may be chosen; each is kept in a cookie of its name. */
    public static final Map<String, Set<String>> CHOICES =
            Map.of(
                    "taal", Set.copyOf(Texts.LOCALES),
                    "theme", Set.of("light", "dark", "system"),
                    "keys", Set.of("on", "off"));

    static final String ACCOUNT_LANGUAGE = BrowserChoices.class.getName();

    private BrowserChoices() {}

    /** The language asked for, chosen, of the account, or of the browser. */
    public static String language(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("taal"))
                .filter(Texts.LOCALES::contains)
                .or(() -> chosen(request, "taal"))
                .or(() -> Optional.ofNullable((String) request.getAttribute(ACCOUNT_LANGUAGE)))
                .or(() -> preferred(request))
                .orElse("nl");
    }

    public static String theme(HttpServletRequest request) {
        return chosen(request, "theme").orElse("system");
    }

    public static boolean letterKeys(HttpServletRequest request) {
        return chosen(request, "keys").map("on"::equals).orElse(true);
    }

    private static Optional<String> chosen(HttpServletRequest request, String choice) {
        Cookie[] cookies = request.getCookies();
        Set<String> allowed = CHOICES.getOrDefault(choice, Set.of());
        return cookies == null
                ? Optional.empty()
                : Stream.of(cookies)
                        .filter(cookie -> choice.equals(cookie.getName()))
                        .map(Cookie::getValue)
                        .filter(allowed::contains)
                        .findFirst();
    }

    private static Optional<String> preferred(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream()
                .map(Locale::getLanguage)
                .filter(Texts.LOCALES::contains)
                .findFirst();
    }
}
