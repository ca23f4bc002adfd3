// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.portal.internal;

import be.onthaal.access.Authorities;
import be.onthaal.access.Authority;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.OpenToAll;
import be.onthaal.access.ProviderVisits;
import be.onthaal.common.Channel;
import be.onthaal.common.NotFound;
import be.onthaal.common.Refused;
import be.onthaal.common.Token;
import be.onthaal.common.Tokens;
import be.onthaal.party.ConsentPurpose;
import be.onthaal.party.PartyId;
import be.onthaal.party.Preference;
import be.onthaal.portal.internal.MySessions.Mine;
import be.onthaal.web.Pages;
import be.onthaal.web.SessionCookie;
import be.onthaal.web.Text;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** What a citizen sees of what an authority knows of him, after he has signed in. */
@Controller
class MyPages {

    private static final String WHY =
            "citizens have no account; the session of a citizen decides whose data this is";
    private static final String DEPARTURE = "mijn-toegang";
    private static final Set<String> DONE = Set.of("given", "withdrawn", "wish");

    private final Authorities authorities;
    private final MySignIns signIns;
    private final MyBrowser browsers;
    private final MyData data;
    private final SessionCookie cookie;
    private final Pages pages;
    private final Tokens tokens = new Tokens();

    MyPages(
            Authorities authorities,
            MySignIns signIns,
            MyBrowser browsers,
            MyData data,
            SessionCookie cookie,
            Pages pages) {
        this.authorities = authorities;
        this.signIns = signIns;
        this.browsers = browsers;
        this.data = data;
        this.cookie = cookie;
        this.pages = pages;
    }

    @OpenToAll(because = WHY)
    @GetMapping("/mijn/{slug}")
    View show(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String gedaan,
            HttpServletRequest request,
            HttpServletResponse response) {
        Authority authority = authority(slug);
        closed(response);
        Optional<Mine> mine = browsers.of(authority, request);
        if (mine.isEmpty()) {
            return entrance(authority, Optional.empty());
        }
        MyPage page = Callers.as(Caller.customer(authority), () -> data.read(mine.get().party()));
        return pages.publicPage(
                "portal/my", authority, page.after(Optional.of(gedaan).filter(DONE::contains)));
    }

    /** A link and no form: a form that ends at another site is stopped by the browser. */
    @OpenToAll(because = WHY)
    @GetMapping("/mijn/{slug}/aanmelden")
    View leave(
            @PathVariable String slug, HttpServletRequest request, HttpServletResponse response) {
        Authority authority = authority(slug);
        closed(response);
        Token browser = cookie.find(DEPARTURE, request).orElseGet(tokens::draw);
        try {
            View away = pages.to(signIns.depart(authority, browser));
            cookie.keep(DEPARTURE, browser, ProviderVisits.LIFE, response);
            return away;
        } catch (Refused refused) {
            return refused(authority, refused.code(), response);
        }
    }

    @OpenToAll(because = "the identity provider sends citizens here who are not signed in yet")
    @GetMapping("/aanmelden/mijn/terug")
    View comeBack(
            @RequestParam Map<String, String> said,
            HttpServletRequest request,
            HttpServletResponse response) {
        closed(response);
        var back =
                new ProviderVisits.Return(
                        Optional.ofNullable(said.get("state")).flatMap(Token::parse),
                        cookie.find(DEPARTURE, request),
                        Optional.ofNullable(said.get("code")),
                        Optional.ofNullable(said.get("error")));
        return switch (signIns.arrive(back)) {
            case MySignIns.Arrived arrived -> {
                browsers.keep(arrived.token(), response);
                yield pages.to(address(arrived.authority()));
            }
            case MySignIns.Unknown unknown ->
                    refused(unknown.authority(), "portal.my-unknown", response);
            case MySignIns.Failed failed -> refused(failed.authority(), failed.code(), response);
        };
    }

    @OpenToAll(because = WHY)
    @PostMapping("/mijn/{slug}/toestemming")
    View say(
            @PathVariable String slug,
            @RequestParam ConsentPurpose purpose,
            @RequestParam boolean given,
            HttpServletRequest request) {
        Authority authority = authority(slug);
        Text text = pages.publicShell(authority).text();
        var words =
                new MyData.Words(
                        text.of("Consent." + purpose.name() + ".text"), text.of("portal.my.proof"));
        return signedIn(
                authority,
                request,
                me -> {
                    data.say(me, purpose, given, words);
                    return given ? "given" : "withdrawn";
                });
    }

    @OpenToAll(because = WHY)
    @PostMapping("/mijn/{slug}/voorkeur")
    View wish(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String language,
            HttpServletRequest request) {
        var wish =
                new Preference(
                        Optional.of(by).filter(way -> !way.isEmpty()).map(Channel::valueOf),
                        Optional.of(language).filter(one -> !one.isEmpty()));
        return signedIn(
                authority(slug),
                request,
                me -> {
                    data.wish(me, wish);
                    return "wish";
                });
    }

    @OpenToAll(because = WHY)
    @PostMapping("/mijn/{slug}/afmelden")
    View signOut(
            @PathVariable String slug, HttpServletRequest request, HttpServletResponse response) {
        Authority authority = authority(slug);
        browsers.leave(request, response);
        return pages.to(address(authority));
    }

    /** Does something for whoever is signed in here; anybody else is asked to sign in. */
    private View signedIn(
            Authority authority, HttpServletRequest request, Function<PartyId, String> work) {
        Optional<Mine> mine = browsers.of(authority, request);
        if (mine.isEmpty()) {
            return pages.to(address(authority));
        }
        String done = Callers.as(Caller.customer(authority), () -> work.apply(mine.get().party()));
        return pages.to(address(authority) + "?gedaan=" + done);
    }

    private View entrance(Authority authority, Optional<String> problem) {
        return pages.publicPage(
                "portal/myEntrance", authority, new MyEntrance(signIns.isOffered(), problem));
    }

    private View refused(Authority authority, String code, HttpServletResponse response) {
        response.setStatus(422);
        return entrance(authority, Optional.of(code));
    }

    private Authority authority(String slug) {
        return Callers.as(Caller.signingIn(), () -> authorities.find(slug))
                .orElseThrow(() -> new NotFound("access.authority"));
    }

    private static String address(Authority authority) {
        return "/mijn/" + authority.slug();
    }

    /** Nobody finds it back on a telephone that is shared. */
    private static void closed(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex");
    }
}
