// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.web.internal;

import be.onthaal.common.Conflict;
import be.onthaal.common.NotFound;
import be.onthaal.common.OnthaalException;
import be.onthaal.common.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** What is said about something that went wrong: a status, a stable code, and what it needs. */
record Said(HttpStatus status, String code, Object... arguments) {

    static final Said NONSENSE = new Said(HttpStatus.BAD_REQUEST, "web.bad-request");

    /** Refusals that have a status of their own in HTTP. */
    private static final Map<String, HttpStatus> OWN =
            Map.of(
                    "access.sign-in-needed", HttpStatus.UNAUTHORIZED,
                    "documents.busy", HttpStatus.SERVICE_UNAVAILABLE,
                    "web.length-missing", HttpStatus.LENGTH_REQUIRED,
                    "web.body-too-large", HttpStatus.CONTENT_TOO_LARGE,
                    "api.match-missing", HttpStatus.PRECONDITION_REQUIRED,
                    "api.match-unreadable", HttpStatus.BAD_REQUEST,
                    "api.key-unreadable", HttpStatus.BAD_REQUEST);

    static Said of(OnthaalException problem, HttpServletRequest request) {
        HttpStatus status =
                switch (problem) {
                    case NotFound missing -> HttpStatus.NOT_FOUND;
                    case Conflict conflict -> conflict(conflict, request);
                    case Refused refused -> refused(refused);
                };
        return new Said(status, problem.code(), problem.arguments().toArray());
    }

    /** What the framework refused before any of our own code saw it. */
    static Said of(HttpStatusCode status) {
        return switch (status.value()) {
            case 404 -> new Said(HttpStatus.NOT_FOUND, "web.page");
            case 405 -> new Said(HttpStatus.METHOD_NOT_ALLOWED, "web.method");
            case 406 -> new Said(HttpStatus.NOT_ACCEPTABLE, "web.not-acceptable");
            case 413 -> new Said(HttpStatus.CONTENT_TOO_LARGE, "web.too-large");
            case 415 -> new Said(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "web.media-type");
            default -> NONSENSE;
        };
    }

    /**
     * What a filter or the servlet container refused; of these only a foreign site is forbidden.
     */
    static Said early(HttpStatusCode status, String reference) {
        if (status.is5xxServerError()) {
            return new Said(HttpStatus.INTERNAL_SERVER_ERROR, "web.unexpected", reference);
        }
        return status.value() == HttpStatus.FORBIDDEN.value()
                ? new Said(HttpStatus.FORBIDDEN, "web.other-site")
                : of(status);
    }

    /** Whoever named the version he saw, and was too late, failed his own condition. */
    private static HttpStatus conflict(Conflict conflict, HttpServletRequest request) {
        boolean conditional = request.getHeader("If-Match") != null;
        return conditional && conflict.code().equals("cases.changed")
                ? HttpStatus.PRECONDITION_FAILED
                : HttpStatus.CONFLICT;
    }

    private static HttpStatus refused(Refused refused) {
        HttpStatus usual =
                refused.code().startsWith("access.")
                        ? HttpStatus.FORBIDDEN
                        : HttpStatus.UNPROCESSABLE_CONTENT;
        return OWN.getOrDefault(refused.code(), usual);
    }
}
