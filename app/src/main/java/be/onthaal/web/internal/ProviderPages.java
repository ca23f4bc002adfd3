// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.web.internal;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.OpenToAll;
import be.onthaal.access.ProviderSignIns;
import be.onthaal.access.ProviderVisits;
import be.onthaal.common.Refused;
import be.onthaal.common.Token;
import be.onthaal.common.Tokens;
import be.onthaal.web.Pages;
import be.onthaal.web.SessionCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Leaving for the identity provider, and coming back from it. */
@Controller
class ProviderPages {

    private static final String COOKIE = "toegang";

    private final ProviderSignIns signIns;
    private final SignInScreen screen;
    private final SessionCookie cookie;
    private final Pages pages;
    private final Tokens tokens = new Tokens();

    ProviderPages(ProviderSignIns signIns, SignInScreen screen, SessionCookie cookie, Pages pages) {
        this.signIns = signIns;
        this.screen = screen;
        this.cookie = cookie;
        this.pages = pages;
    }

    /** A link and no form: a form that ends at another site is stopped by the browser. */
    @OpenToAll(because = "nobody has signed in yet")
    @GetMapping("/aanmelden/toegang")
    View leave(
            @RequestParam(defaultValue = "/") String naar,
            HttpServletRequest request,
            HttpServletResponse response) {
        String target = Target.own(naar);
        Token browser = cookie.find(COOKIE, request).orElseGet(tokens::draw);
        try {
            URI where = Callers.as(Caller.signingIn(), () -> signIns.depart(browser, target));
            cookie.keep(COOKIE, browser, ProviderVisits.LIFE, response);
            return pages.to(where);
        } catch (Refused refused) {
            return screen.refused(refused.code(), target, response);
        }
    }

    @OpenToAll(because = "the identity provider sends browsers here that are not signed in yet")
    @GetMapping("/aanmelden/toegang/terug")
    View comeBack(
            @RequestParam Map<String, String> said,
            HttpServletRequest request,
            HttpServletResponse response) {
        var back =
                new ProviderVisits.Return(
                        Optional.ofNullable(said.get("state")).flatMap(Token::parse),
                        cookie.find(COOKIE, request),
                        Optional.ofNullable(said.get("code")),
                        Optional.ofNullable(said.get("error")));
        try {
            return switch (Callers.as(Caller.signingIn(), () -> signIns.arrive(back))) {
                case ProviderSignIns.Arrived arrived -> {
                    cookie.keep(arrived.signedIn().token(), response);
                    yield pages.to(arrived.target());
                }
                case ProviderSignIns.Stranger stranger -> screen.refused(stranger, response);
            };
        } catch (Refused refused) {
            return screen.refused(refused.code(), "/", response);
        }
    }
}
