// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.web.internal;

import be.onthaal.access.Callers;
import be.onthaal.common.Conflict;
import be.onthaal.common.NotFound;
import be.onthaal.common.OnthaalException;
import be.onthaal.common.Refused;
import be.onthaal.web.ErrorPage;
import be.onthaal.web.Pages;
import be.onthaal.web.Text;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.View;
import tools.jackson.databind.json.JsonMapper;

/** Turns whatever goes wrong into a sentence: a page for people, RFC 9457 for programs. */
@ControllerAdvice
class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Pages pages;

    Problems(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler
    View expected(
            OnthaalException problem, HttpServletRequest request, HttpServletResponse response) {
        HttpStatus status =
                switch (problem) {
                    case NotFound missing -> HttpStatus.NOT_FOUND;
                    case Conflict conflict -> HttpStatus.CONFLICT;
                    case Refused refused ->
                            refused.code().startsWith("access.")
                                    ? HttpStatus.FORBIDDEN
                                    : HttpStatus.UNPROCESSABLE_ENTITY;
                };
        return answer(
                new Said(status, problem.code(), problem.arguments().toArray()), request, response);
    }

    @ExceptionHandler({
        IllegalArgumentException.class,
        MethodArgumentTypeMismatchException.class,
        ServletRequestBindingException.class
    })
    View nonsense(Exception problem, HttpServletRequest request, HttpServletResponse response) {
        return answer(new Said(HttpStatus.BAD_REQUEST, "web.bad-request"), request, response);
    }

    /** The browser went away in the middle: nobody is there to tell. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void gone() {
        log.debug("A browser went away");
    }

    @ExceptionHandler({CannotCreateTransactionException.class, TransientDataAccessException.class})
    View databaseAway(Exception problem, HttpServletRequest request, HttpServletResponse response) {
        log.warn("The database does not answer: {}", problem.getClass().getSimpleName());
        response.setHeader("Retry-After", "5");
        return answer(new Said(HttpStatus.SERVICE_UNAVAILABLE, "web.database"), request, response);
    }

    @ExceptionHandler
    View unexpected(Exception problem, HttpServletRequest request, HttpServletResponse response) {
        if (problem instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return answer(known(known.getStatusCode()), request, response);
        }
        if (problem instanceof MultipartException || problem instanceof RequestRejectedException) {
            return answer(new Said(HttpStatus.BAD_REQUEST, "web.bad-request"), request, response);
        }
        String reference = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        log.error("Unexpected failure {}", reference, withoutMessages(problem));
        return answer(
                new Said(HttpStatus.INTERNAL_SERVER_ERROR, "web.unexpected", reference),
                request,
                response);
    }

    private record Said(HttpStatus status, String code, Object... arguments) {}

    private static Said known(HttpStatusCode status) {
        return switch (status.value()) {
            case 404 -> new Said(HttpStatus.NOT_FOUND, "web.page");
            case 413 -> new Said(HttpStatus.CONTENT_TOO_LARGE, "web.too-large");
            default -> new Said(HttpStatus.BAD_REQUEST, "web.bad-request");
        };
    }

    private View answer(Said said, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(said.status().value());
        Text text = pages.language();
        String sentence = text.of("error." + said.code(), said.arguments());
        if (request.getRequestURI().startsWith("/api/")) {
            return (model, asked, answer) -> writeProblem(said, sentence, answer);
        }
        var page =
                new ErrorPage(
                        text.of("error.title." + said.status().value()),
                        sentence,
                        text.of("error.kept"),
                        text.of("error.todo." + said.status().value()),
                        said.arguments().length == 1 && said.status().is5xxServerError()
                                ? said.arguments()[0].toString()
                                : said.code());
        return Callers.find().filter(caller -> caller.scope().isPresent()).isPresent()
                ? pages.page("web/error", page)
                : pages.barePage("web/bareError", page);
    }

    private static void writeProblem(Said said, String sentence, HttpServletResponse response)
            throws IOException {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "/api/problems#" + said.code());
        problem.put("title", said.status().getReasonPhrase());
        problem.put("status", said.status().value());
        problem.put("code", said.code());
        problem.put("detail", sentence);
        response.setContentType("application/problem+json");
        response.getOutputStream().write(JSON.writeValueAsBytes(problem));
    }

    /** Where it went wrong, without texts that may hold somebody's data. */
    private static Throwable withoutMessages(Throwable problem) {
        var bare = new RuntimeException(problem.getClass().getName());
        bare.setStackTrace(problem.getStackTrace());
        if (problem.getCause() != null && problem.getCause() != problem) {
            bare.initCause(withoutMessages(problem.getCause()));
        }
        return bare;
    }
}
