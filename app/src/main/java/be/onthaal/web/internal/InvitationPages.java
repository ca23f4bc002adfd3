// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.web.internal;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Invitations;
import be.onthaal.access.OpenToAll;
import be.onthaal.common.NotFound;
import be.onthaal.common.Refused;
import be.onthaal.common.Token;
import be.onthaal.web.Pages;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Choosing a password with a link that an administrator gave. */
@Controller
class InvitationPages {

    private final Invitations invitations;
    private final Pages pages;

    InvitationPages(Invitations invitations, Pages pages) {
        this.invitations = invitations;
        this.pages = pages;
    }

    @OpenToAll(because = "whoever chooses a password cannot sign in yet; the link is the secret")
    @GetMapping("/uitnodiging/{token}")
    View form(@PathVariable String token, HttpServletResponse response) {
        boolean works =
                Token.parse(token)
                        .map(secret ->
                                Callers.as(Caller.signingIn(), () -> invitations.works(secret)))
                        .orElse(false);
        return page(new InvitationPage(token, works, Optional.empty()), response);
    }

    @OpenToAll(because = "whoever chooses a password cannot sign in yet; the link is the secret")
    @PostMapping("/uitnodiging/{token}")
    View choose(
            @PathVariable String token,
            @RequestParam String password,
            @RequestParam String again,
            HttpServletResponse response) {
        if (!password.equals(again)) {
            response.setStatus(422);
            return page(
                    new InvitationPage(token, true, Optional.of("access.password-differs")),
                    response);
        }
        try {
            Token secret = Token.parse(token).orElseThrow(() -> new NotFound("access.invitation"));
            Callers.run(Caller.signingIn(), () -> invitations.accept(secret, password));
            return pages.to("/aanmelden?gedaan=password-chosen");
        } catch (Refused tooShort) {
            response.setStatus(422);
            return page(new InvitationPage(token, true, Optional.of(tooShort.code())), response);
        } catch (NotFound gone) {
            return page(new InvitationPage(token, false, Optional.empty()), response);
        }
    }

    private View page(InvitationPage page, HttpServletResponse response) {
        if (!page.works()) {
            response.setStatus(410);
        }
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        return pages.barePage("web/invitation", page);
    }
}
