// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.web.internal;

import be.onthaal.access.Callers;
import be.onthaal.common.OnthaalException;
import be.onthaal.web.ErrorPage;
import be.onthaal.web.Pages;
import be.onthaal.web.Text;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
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
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

/** Turns whatever goes wrong into a sentence: a page for people, RFC 9457 for programs. */
@ControllerAdvice
class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);
    private static final Pattern FIELD = Pattern.compile("[A-Za-z]{1,40}");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Pages pages;

    Problems(Pages pages) {
        this.pages = pages;
    }

    /** Of an answer that is half on its way nothing is said: the container breaks the line off. */
    @ExceptionHandler
    View expected(
            OnthaalException problem, HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) {
            throw problem;
        }
        return answer(Said.of(problem, request), request, response);
    }

    @ExceptionHandler({
        IllegalArgumentException.class,
        InvalidParameterException.class,
        MethodArgumentTypeMismatchException.class,
        ServletRequestBindingException.class
    })
    View nonsense(Exception problem, HttpServletRequest request, HttpServletResponse response) {
        return answer(Said.NONSENSE, request, response);
    }

    /** A body that is no JSON, or not the JSON that was asked for. */
    @ExceptionHandler
    View unreadable(
            HttpMessageNotReadableException problem,
            HttpServletRequest request,
            HttpServletResponse response) {
        return answer(
                field(problem)
                        .map(field -> new Said(HttpStatus.BAD_REQUEST, "web.json-field", field))
                        .orElseGet(() -> new Said(HttpStatus.BAD_REQUEST, "web.json")),
                request,
                response);
    }

    /** Something that was named does not exist, or is there already. */
    @ExceptionHandler
    View unfit(
            DataIntegrityViolationException problem,
            HttpServletRequest request,
            HttpServletResponse response) {
        log.warn("What was asked does not fit the data", withoutMessages(problem));
        var said = new Said(HttpStatus.UNPROCESSABLE_CONTENT, "web.unfit");
        return answer(said, request, response);
    }

    /** The browser went away in the middle: nobody is there to tell. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void gone() {
        log.debug("A browser went away");
    }

    @ExceptionHandler({CannotCreateTransactionException.class, TransientDataAccessException.class})
    View databaseAway(Exception problem, HttpServletRequest request, HttpServletResponse response) {
        log.warn("The database does not answer: {}", problem.getClass().getSimpleName());
        return answer(new Said(HttpStatus.SERVICE_UNAVAILABLE, "web.database"), request, response);
    }

    @ExceptionHandler
    View unexpected(Exception problem, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (response.isCommitted()) {
            throw problem;
        }
        if (problem instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return answer(Said.of(known.getStatusCode()), request, response);
        }
        if (problem instanceof MultipartException || problem instanceof RequestRejectedException) {
            return answer(Said.NONSENSE, request, response);
        }
        String reference = RequestMark.of(request);
        log.error("Unexpected failure {}", reference, withoutMessages(problem));
        return answer(
                new Said(HttpStatus.INTERNAL_SERVER_ERROR, "web.unexpected", reference),
                request,
                response);
    }

    /** What a filter or the servlet container refused. */
    View early(HttpStatusCode status, HttpServletRequest request, HttpServletResponse response) {
        return answer(Said.early(status, RequestMark.of(request)), request, response);
    }

    private View answer(Said said, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(said.status().value());
        if (said.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", "5");
        }
        Text text = pages.language();
        String sentence = text.of("error." + said.code(), said.arguments());
        String mark = RequestMark.of(request);
        log.info("Answered {} {} under {}", said.status().value(), said.code(), mark);
        if (place(request).startsWith("/api/")) {
            if (said.status() == HttpStatus.UNAUTHORIZED) {
                response.setHeader("WWW-Authenticate", "Bearer");
            }
            return (model, asked, answer) -> writeProblem(said, sentence, mark, answer);
        }
        String title = "error.title." + said.status().value();
        String todo = "error.todo." + said.status().value();
        var page =
                new ErrorPage(
                        text.of(text.has(title) ? title : "error.title.400"),
                        sentence,
                        text.of("error.kept"),
                        text.of(text.has(todo) ? todo : "error.todo.400"),
                        mark);
        return Callers.find().filter(caller -> caller.scope().isPresent()).isPresent()
                ? pages.page("web/error", page)
                : pages.barePage("web/bareError", page);
    }

    /** What was asked for, also when the container has sent the request on. */
    private static String place(HttpServletRequest request) {
        Object first = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return first instanceof String asked ? asked : request.getRequestURI();
    }

    private static void writeProblem(
            Said said, String sentence, String mark, HttpServletResponse response)
            throws IOException {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "/api/problems#" + said.code());
        problem.put("title", said.status().getReasonPhrase());
        problem.put("status", said.status().value());
        problem.put("code", said.code());
        problem.put("detail", sentence);
        problem.put("request", mark);
        response.setContentType("application/problem+json");
        response.getOutputStream().write(JSON.writeValueAsBytes(problem));
    }

    /** The names on the way to what could not be read; never the value. */
    private static Optional<String> field(HttpMessageNotReadableException problem) {
        if (!(problem.getCause() instanceof DatabindException unread)) {
            return Optional.empty();
        }
        String path =
                unread.getPath().stream()
                        .map(step -> String.valueOf(step.getPropertyName()))
                        .filter(name -> FIELD.matcher(name).matches())
                        .collect(Collectors.joining("."));
        return path.isEmpty() ? Optional.empty() : Optional.of(path);
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
