// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.web.internal;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.OpenToAll;
import be.onthaal.access.SignIns;
import be.onthaal.common.Refused;
import be.onthaal.common.Token;
import be.onthaal.web.Pages;
import be.onthaal.web.SessionCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The second page of signing in, for whoever switched that on. */
@Controller
class CodePages {

    static final String COOKIE = "code";
    private static final String ADDRESS = "/aanmelden/code";
    private static final String LATE = "access.code-late";

    private final SignIns signIns;
    private final SignInScreen screen;
    private final SessionCookie cookie;
    private final Pages pages;

    CodePages(SignIns signIns, SignInScreen screen, SessionCookie cookie, Pages pages) {
        this.signIns = signIns;
        this.screen = screen;
        this.cookie = cookie;
        this.pages = pages;
    }

    /** Where a code is asked, and the page to go to then. */
    static String address(String target) {
        return ADDRESS + "?naar=" + URLEncoder.encode(target, StandardCharsets.UTF_8);
    }

    @OpenToAll(because = "only half signed in yet")
    @GetMapping(ADDRESS)
    View form(@RequestParam(defaultValue = "/") String naar, HttpServletRequest request) {
        boolean waits =
                cookie.find(COOKIE, request)
                        .filter(half ->
                                Callers.as(Caller.signingIn(), () -> signIns.isHalfway(half)))
                        .isPresent();
        return waits
                ? pages.barePage("web/code", new CodePage(Target.own(naar), Optional.empty()))
                : pages.to("/aanmelden");
    }

    @OpenToAll(because = "only half signed in yet")
    @PostMapping(ADDRESS)
    View signIn(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "/") String naar,
            HttpServletRequest request,
            HttpServletResponse response) {
        String target = Target.own(naar);
        Optional<Token> half = cookie.find(COOKIE, request);
        if (half.isEmpty()) {
            return screen.refused(LATE, target, response);
        }
        try {
            var signedIn = Callers.as(Caller.signingIn(), () -> signIns.withCode(half.get(), code));
            cookie.drop(COOKIE, response);
            cookie.keep(signedIn.token(), response);
            return pages.to(target);
        } catch (Refused refused) {
            if (refused.code().equals("access.code-wrong")) {
                response.setStatus(422);
                return pages.barePage(
                        "web/code", new CodePage(target, Optional.of(refused.code())));
            }
            return screen.refused(refused.code(), target, response);
        }
    }
}
