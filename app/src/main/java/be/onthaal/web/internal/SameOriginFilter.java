// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.web.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a change that another site asks for (cross-site request forgery): browsers say where a
 * request comes from. Programs with a token carry no cookie and need no check.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class SameOriginFilter extends OncePerRequestFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SAFE.contains(request.getMethod())
                || program(request)
                || secretAddress(request)
                || sameOrigin(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static boolean program(HttpServletRequest request) {
        return request.getHeader("Authorization") != null && request.getCookies() == null;
    }

    /**
     * No other site knows such an address, and the cookie of a browser counts for nothing there.
     */
    private static boolean secretAddress(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/webdav/");
    }

    private static boolean sameOrigin(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeader("Origin");
        return matches(origin == null ? request.getHeader("Referer") : origin, request);
    }

    private static boolean matches(@Nullable String origin, HttpServletRequest request) {
        if (origin == null || origin.equals("null")) {
            return false;
        }
        try {
            String asked = request.getHeader("Host");
            return asked != null && asked.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException nonsense) {
            return false;
        }
    }
}
