// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.web.internal;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.MachineTokens;
import be.onthaal.access.Sessions;
import be.onthaal.common.Token;
import be.onthaal.database.StatementCount;
import be.onthaal.web.BrowserSession;
import be.onthaal.web.WebSettings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Binds the caller of a request: an employee by his cookie, a program by its token, or nobody. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 10)
class SignedInFilter extends OncePerRequestFilter {

    private final Sessions sessions;
    private final MachineTokens tokens;
    private final WebSettings settings;

    SignedInFilter(Sessions sessions, MachineTokens tokens, WebSettings settings) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.settings = settings;
    }

    /** The secret of the browser's session, if it sent one. */
    static Optional<Token> token(HttpServletRequest request, WebSettings settings) {
        return BrowserSession.of(request, settings);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/static/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            StatementCount.during(() -> {
                proceed(request, response, chain);
                return true;
            });
        } catch (Carried carried) {
            carried.rethrow();
        }
    }

    private void proceed(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        try {
            Optional<Caller> caller = caller(request);
            if (caller.isPresent()) {
                Callers.call(
                        caller.get(),
                        () -> {
                            chain.doFilter(request, response);
                            return true;
                        });
            } else {
                chain.doFilter(request, response);
            }
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new Carried(failure);
        }
    }

    private Optional<Caller> caller(HttpServletRequest request) {
        Optional<Token> bearer = bearer(request);
        if (bearer.isPresent()) {
            return Callers.as(Caller.signingIn(), () -> tokens.resume(bearer.get()));
        }
        return token(request, settings)
                .flatMap(sessions::resume)
                .map(session -> {
                    request.setAttribute(BrowserChoices.ACCOUNT_LANGUAGE, session.locale());
                    return session.caller();
                });
    }

    /** Programs have the API and nothing else: pages are for people. */
    private static Optional<Token> bearer(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null
                        && header.startsWith("Bearer ")
                        && request.getRequestURI().startsWith("/api/")
                ? Token.parse(header.substring("Bearer ".length()).strip())
                : Optional.empty();
    }

    /** Carries a checked failure of the chain through a place that cannot. */
    private static final class Carried extends RuntimeException {

        private final transient Exception failure;

        Carried(Exception failure) {
            super(failure);
            this.failure = failure;
        }

        void rethrow() throws ServletException, IOException {
            switch (failure) {
                case ServletException servlet -> throw servlet;
                case IOException io -> throw io;
                default -> throw this;
            }
        }
    }
}
