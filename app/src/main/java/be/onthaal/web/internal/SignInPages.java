// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.web.internal;

import be.onthaal.access.AuthorityId;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.OpenToAll;
import be.onthaal.access.Permission;
import be.onthaal.access.Requires;
import be.onthaal.access.Sessions;
import be.onthaal.common.NotFound;
import be.onthaal.common.Refused;
import be.onthaal.common.Token;
import be.onthaal.web.DemoRole;
import be.onthaal.web.Pages;
import be.onthaal.web.WebSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Signing in, for which authority, how the screen looks, and signing out. */
@Controller
class SignInPages {

    private final Sessions sessions;
    private final Pages pages;
    private final WebSettings settings;
    private final List<DemoRole> roles;

    SignInPages(Sessions sessions, Pages pages, WebSettings settings, List<DemoRole> roles) {
        this.sessions = sessions;
        this.pages = pages;
        this.settings = settings;
        this.roles = roles;
    }

    @OpenToAll(because = "nobody has signed in yet")
    @GetMapping("/aanmelden")
    View form(@RequestParam(defaultValue = "/") String naar) {
        return pages.barePage(
                "web/signIn", new SignInPage(ownPath(naar), Optional.empty(), shownRoles()));
    }

    @OpenToAll(because = "nobody has signed in yet")
    @PostMapping("/aanmelden")
    View signIn(
            @RequestParam String login,
            @RequestParam String password,
            @RequestParam(defaultValue = "/") String naar,
            HttpServletResponse response) {
        try {
            var signedIn = Callers.as(Caller.signingIn(), () -> sessions.signIn(login, password));
            keep(signedIn.token(), response);
            return pages.to(ownPath(naar));
        } catch (Refused refused) {
            response.setStatus(422);
            var page = new SignInPage(ownPath(naar), Optional.of(refused.code()), shownRoles());
            return pages.barePage("web/signIn", page);
        }
    }

    @OpenToAll(because = "the demo town lets anybody look through the eyes of its people")
    @PostMapping("/aanmelden/demo")
    View signInForDemo(
            @RequestParam String role,
            @RequestParam(defaultValue = "/") String naar,
            HttpServletResponse response) {
        boolean shown = shownRoles().stream().anyMatch(known -> known.login().equals(role));
        if (!shown) {
            throw new NotFound("web.page");
        }
        var signedIn = Callers.as(Caller.signingIn(), () -> sessions.signInForDemo(role));
        keep(signedIn.token(), response);
        return pages.to(ownPath(naar));
    }

    @OpenToAll(because = "somebody whose session ended must be able to leave too")
    @PostMapping("/afmelden")
    View signOut(HttpServletRequest request, HttpServletResponse response) {
        SignedInFilter.token(request, settings)
                .ifPresent(token -> Callers.run(Caller.signingIn(), () -> sessions.signOut(token)));
        response.addHeader("Set-Cookie", cookie("", Duration.ZERO).toString());
        response.addHeader("Clear-Site-Data", "\"cache\"");
        return pages.to("/aanmelden");
    }

    @Requires(Permission.DESK)
    @GetMapping("/bestuur")
    View authorities() {
        return pages.page("web/authorities", new AuthoritiesPage(sessions.choices()));
    }

    @Requires(Permission.DESK)
    @PostMapping("/bestuur")
    View changeAuthority(
            @RequestParam String authority,
            HttpServletRequest request,
            HttpServletResponse response) {
        Token token =
                SignedInFilter.token(request, settings)
                        .orElseThrow(() -> new Refused("access.sign-in"));
        var wanted = AuthorityId.of(authority);
        keep(sessions.changeAuthority(token, wanted).token(), response);
        return pages.to("/");
    }

    @OpenToAll(because = "how a screen looks is nobody's secret")
    @PostMapping("/voorkeuren")
    View choose(
            @RequestParam Map<String, String> choices,
            HttpServletRequest request,
            HttpServletResponse response) {
        BrowserChoices.CHOICES.forEach((choice, allowed) -> {
            String value = choices.get(choice);
            if (value != null && allowed.contains(value)) {
                var kept =
                        ResponseCookie.from(choice, value)
                                .path("/")
                                .sameSite("Lax")
                                .maxAge(Duration.ofDays(365));
                response.addHeader("Set-Cookie", kept.build().toString());
            }
        });
        String back = Optional.ofNullable(request.getHeader("Referer")).orElse("/");
        return pages.to(ownPath(back.replaceFirst("^https?://[^/]+", "")));
    }

    private List<DemoRole> shownRoles() {
        return settings.demo() ? roles : List.of();
    }

    private void keep(Token token, HttpServletResponse response) {
        response.addHeader("Set-Cookie", cookie(token.value(), Duration.ofHours(12)).toString());
    }

    private ResponseCookie cookie(String value, Duration life) {
        return ResponseCookie.from(settings.cookie(), value)
                .httpOnly(true)
                .secure(settings.secure())
                .sameSite("Lax")
                .path("/")
                .maxAge(life)
                .build();
    }

    /** Only a path of our own: never another site. */
    private static String ownPath(String wanted) {
        boolean own = wanted.startsWith("/") && !wanted.startsWith("//") && !wanted.contains("\\");
        boolean plain = wanted.chars().noneMatch(c -> c < 0x20);
        return own && plain ? wanted : "/";
    }
}
