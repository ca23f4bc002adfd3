// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.portal.internal;

import be.onthaal.access.Authority;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.common.Token;
import be.onthaal.portal.internal.MySessions.Mine;
import be.onthaal.web.SessionCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whose browser this is: the secret that it keeps of a citizen who signed in. */
@Component
class MyBrowser {

    private static final String SESSION = "mijn";

    private final MySessions sessions;
    private final SessionCookie cookie;

    MyBrowser(MySessions sessions, SessionCookie cookie) {
        this.sessions = sessions;
        this.cookie = cookie;
    }

    /** Whoever signed in for another authority is nobody here. */
    Optional<Mine> of(Authority authority, HttpServletRequest request) {
        return cookie.find(SESSION, request)
                .flatMap(token -> Callers.as(Caller.signingIn(), () -> sessions.resume(token)))
                .filter(mine -> mine.authority().equals(authority.id()));
    }

    /** Signed in from now on. */
    void keep(Token token, HttpServletResponse response) {
        cookie.keep(SESSION, token, MySessions.LONGEST, response);
    }

    /** Signed in no more, also for whoever copied the secret. */
    void leave(HttpServletRequest request, HttpServletResponse response) {
        cookie.find(SESSION, request)
                .ifPresent(token -> Callers.run(Caller.signingIn(), () -> sessions.leave(token)));
        cookie.drop(SESSION, response);
    }
}
