// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.portal.internal;

import be.onthaal.access.Authorities;
import be.onthaal.access.Authority;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.OpenToAll;
import be.onthaal.common.NotFound;
import be.onthaal.common.Token;
import be.onthaal.web.Pages;
import be.onthaal.web.WebSettings;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The contact form of an authority, and the status behind a private link. */
@Controller
class PortalPages {

    private static final String WHY = "citizens ask their questions without an account";

    private final Authorities authorities;
    private final Submissions submissions;
    private final Pages pages;
    private final WebSettings settings;

    PortalPages(
            Authorities authorities, Submissions submissions, Pages pages, WebSettings settings) {
        this.authorities = authorities;
        this.submissions = submissions;
        this.pages = pages;
        this.settings = settings;
    }

    @OpenToAll(because = WHY)
    @GetMapping("/vraag/{slug}")
    View form(@PathVariable String slug) {
        Authority authority = authority(slug);
        return pages.publicPage(
                "portal/question", authority, new QuestionPage(QuestionForm.EMPTY, Map.of()));
    }

    @OpenToAll(because = WHY)
    @PostMapping("/vraag/{slug}")
    View send(
            @PathVariable String slug,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response) {
        Authority authority = authority(slug);
        var form =
                new QuestionForm(
                        fields.getOrDefault("name", ""),
                        fields.getOrDefault("email", ""),
                        fields.getOrDefault("phone", ""),
                        fields.getOrDefault("subject", ""),
                        fields.getOrDefault("text", ""),
                        fields.getOrDefault("website", ""));
        Map<String, String> problems = form.problems();
        if (!problems.isEmpty() || form.fromProgram()) {
            response.setStatus(422);
            return pages.publicPage("portal/question", authority, new QuestionPage(form, problems));
        }
        String locale = pages.publicShell(authority).text().language();
        Token token =
                Callers.as(Caller.visitor(authority), () -> submissions.receive(form, locale));
        return pages.to("/volg/" + token.value() + "?nieuw=1");
    }

    @OpenToAll(because = "whoever holds the private link may read this little")
    @GetMapping("/volg/{secret}")
    View follow(
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String nieuw,
            HttpServletResponse response) {
        Token token = Token.parse(secret).orElseThrow(() -> new NotFound("portal.link"));
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex");
        String link = settings.address() + "/volg/" + token.value();
        Submissions.Followed followed =
                Callers.as(
                        Caller.signingIn(),
                        () -> submissions.follow(token, nieuw.equals("1"), link));
        Authority authority =
                Callers.as(Caller.signingIn(), () -> authorities.get(followed.authority()));
        return pages.publicPage("portal/status", authority, followed.page());
    }

    private Authority authority(String slug) {
        return Callers.as(Caller.signingIn(), () -> authorities.find(slug))
                .orElseThrow(() -> new NotFound("access.authority"));
    }
}
