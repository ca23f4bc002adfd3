// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.web.internal;

import be.onthaal.access.AuthorityId;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.OpenToAll;
import be.onthaal.access.Permission;
import be.onthaal.access.Requires;
import be.onthaal.access.Sessions;
import be.onthaal.access.SignIns;
import be.onthaal.common.NotFound;
import be.onthaal.common.Refused;
import be.onthaal.common.Token;
import be.onthaal.web.Pages;
import be.onthaal.web.SessionCookie;
import be.onthaal.web.WebSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
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

    private final SignIns signIns;
    private final Sessions sessions;
    private final SignInScreen screen;
    private final SessionCookie cookie;
    private final Pages pages;
    private final WebSettings settings;

    SignInPages(
            SignIns signIns,
            Sessions sessions,
            SignInScreen screen,
            SessionCookie cookie,
            Pages pages,
            WebSettings settings) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.screen = screen;
        this.cookie = cookie;
        this.pages = pages;
        this.settings = settings;
    }

    @OpenToAll(because = "nobody has signed in yet")
    @GetMapping("/aanmelden")
    View form(
            @RequestParam(defaultValue = "/") String naar,
            @RequestParam(defaultValue = "") String gedaan) {
        return screen.fresh(Target.own(naar), gedaan.equals("password-chosen"));
    }

    @OpenToAll(because = "nobody has signed in yet")
    @PostMapping("/aanmelden")
    View signIn(
            @RequestParam String login,
            @RequestParam String password,
            @RequestParam(defaultValue = "/") String naar,
            HttpServletResponse response) {
        try {
            return switch (Callers.as(
                    Caller.signingIn(), () -> signIns.withPassword(login, password))) {
                case SignIns.Finished finished -> {
                    cookie.keep(finished.signedIn().token(), response);
                    yield pages.to(Target.own(naar));
                }
                case SignIns.CodeAsked asked -> {
                    cookie.keep(CodePages.COOKIE, asked.half(), SignIns.HALFWAY, response);
                    yield pages.to(CodePages.address(Target.own(naar)));
                }
            };
        } catch (Refused refused) {
            return screen.refused(refused.code(), Target.own(naar), response);
        }
    }

    @OpenToAll(because = "the demo town lets anybody look through the eyes of its people")
    @PostMapping("/aanmelden/demo")
    View signInForDemo(
            @RequestParam String role,
            @RequestParam(defaultValue = "/") String naar,
            HttpServletResponse response) {
        boolean shown = screen.roles().stream().anyMatch(known -> known.login().equals(role));
        if (!shown) {
            throw new NotFound("web.page");
        }
        var signedIn = Callers.as(Caller.signingIn(), () -> sessions.signInForDemo(role));
        cookie.keep(signedIn.token(), response);
        return pages.to(Target.own(naar));
    }

    @OpenToAll(because = "somebody whose session ended must be able to leave too")
    @PostMapping("/afmelden")
    View signOut(HttpServletRequest request, HttpServletResponse response) {
        SignedInFilter.token(request, settings)
                .ifPresent(token -> Callers.run(Caller.signingIn(), () -> sessions.signOut(token)));
        cookie.drop(response);
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
        cookie.keep(sessions.changeAuthority(token, wanted).token(), response);
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
        return pages.to(Target.own(back.replaceFirst("^https?://[^/]+", "")));
    }
}
