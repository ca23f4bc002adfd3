// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.web.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Marks each request, so that what somebody reads on a screen is found back in the log. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestMark extends OncePerRequestFilter {

    private static final String NAME = RequestMark.class.getName();

    /** The mark of this request, short enough to read aloud. */
    static String of(HttpServletRequest request) {
        return request.getAttribute(NAME) instanceof String mark ? mark : "";
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String mark = UUID.randomUUID().toString().substring(24).toUpperCase(Locale.ROOT);
        request.setAttribute(NAME, mark);
        response.setHeader("Onthaal-Request", mark);
        try (var kept = MDC.putCloseable("request", mark)) {
            chain.doFilter(request, response);
        }
    }
}
