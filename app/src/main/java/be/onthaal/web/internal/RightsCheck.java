// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.web.internal;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.OpenToAll;
import be.onthaal.access.Requires;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.common.Refused;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets a request through when its handler says it may; a handler that says nothing is closed. */
@Component
class RightsCheck implements HandlerInterceptor, WebMvcConfigurer {

    private static final UUID NOTHING = new UUID(0, 0);

    private final Audit audit;

    RightsCheck(Audit audit) {
        this.audit = audit;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method) || isOpen(method)) {
            return true;
        }
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            // A live line that ends comes by once more; it was let in when it began.
            return true;
        }
        Optional<Caller> caller = Callers.find();
        if (caller.isEmpty()) {
            askToSignIn(request, response);
            return false;
        }
        Requires requires = method.getMethodAnnotation(Requires.class);
        if (requires == null || !caller.get().may(requires.value())) {
            String right = requires == null ? "NONE" : requires.value().name();
            audit.refused(
                    AuditEvent.of("access.refused", AuditEvent.Subject.of("PAGE", NOTHING))
                            .with("right", right)
                            .with("page", method.getMethod().getName()));
            throw new Refused("access.permission", right);
        }
        return true;
    }

    private static boolean isOpen(HandlerMethod method) {
        return method.hasMethodAnnotation(OpenToAll.class)
                || method.getBeanType().getName().startsWith("org.springframework.")
                || method.getBeanType().getName().startsWith("org.springdoc.");
    }

    private static void askToSignIn(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (request.getRequestURI().startsWith("/api/")) {
            throw new Refused("access.sign-in-needed");
        }
        String query = request.getQueryString();
        // Whom somebody was looking for does not travel on in the address of the sign-in page.
        boolean told = query != null && request.getParameter("q") == null;
        String wanted = request.getRequestURI() + (told ? "?" + query : "");
        String target =
                "/aanmelden?naar="
                        + URLEncoder.encode(
                                "GET".equals(request.getMethod()) ? wanted : "/",
                                StandardCharsets.UTF_8);
        if ("true".equals(request.getHeader("HX-Request"))) {
            response.setHeader("HX-Redirect", target);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(target);
        }
    }
}
