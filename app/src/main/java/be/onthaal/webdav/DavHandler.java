// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webdav;

import be.onthaal.access.Callers;
import be.onthaal.access.OpenToAll;
import be.onthaal.access.Purpose;
import be.onthaal.common.Conflict;
import be.onthaal.common.NotFound;
import be.onthaal.common.OnthaalException;
import be.onthaal.common.Refused;
import be.onthaal.web.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** Where programs open and save documents: WebDAV with locks (RFC 4918, class 2). */
@Controller
class DavHandler {

    private static final String METHODS =
            "OPTIONS, GET, HEAD, PUT, DELETE, PROPFIND, PROPPATCH, MKCOL, COPY, MOVE, LOCK, UNLOCK";

    /** Refusals of the product that the protocol has a word of its own for. */
    private static final Map<String, Integer> OWN =
            Map.of(
                    "documents.locked", DavRefusal.LOCKED,
                    "webdav.open-elsewhere", DavRefusal.LOCKED,
                    "documents.too-large", DavRefusal.TOO_LARGE,
                    "documents.changed", DavRefusal.CONDITION_FAILED);

    private final EditAddresses addresses;
    private final DavReading reading;
    private final DavWriting writing;
    private final DavLocking locking;
    private final Texts texts;

    DavHandler(
            EditAddresses addresses,
            DavReading reading,
            DavWriting writing,
            DavLocking locking,
            Texts texts) {
        this.addresses = addresses;
        this.reading = reading;
        this.writing = writing;
        this.locking = locking;
        this.texts = texts;
    }

    @OpenToAll(because = "the address is the secret, and its person is asked for his rights")
    @RequestMapping(path = "/webdav/{token}/**", method = RequestMethod.OPTIONS)
    void options(
            @PathVariable String token, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        serve(token, request, response);
    }

    /** Every other method, of which most are not in the vocabulary of the framework. */
    @OpenToAll(because = "the address is the secret, and its person is asked for his rights")
    @RequestMapping("/webdav/{token}/**")
    void serve(@PathVariable String token, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<EditAddresses.Held> held = addresses.holder(token);
        if (held.isEmpty()) {
            refuse(response, DavRefusal.MISSING, texts.dutch().of("error.webdav.over"));
            return;
        }
        var session = held.get().session();
        try {
            var caller = session.caller().with(Purpose.CASE);
            DavAnswer answer =
                    Callers.call(
                            caller,
                            () -> answer(held.get().address(), DavRequest.of(request, token)));
            write(response, answer, request.getMethod().equals("HEAD"));
        } catch (DavRefusal refusal) {
            refuse(response, refusal.status(), "");
        } catch (OnthaalException problem) {
            var text = texts.in(session.locale());
            String sentence = text.of("error." + problem.code(), problem.arguments().toArray());
            refuse(response, status(problem), sentence);
        }
    }

    private DavAnswer answer(UUID address, DavRequest request) throws IOException {
        return switch (request.method()) {
            case "OPTIONS" ->
                    DavAnswer.of(DavAnswer.OK)
                            .with("DAV", "1, 2")
                            .with("Allow", METHODS)
                            .with("MS-Author-Via", "DAV");
            case "GET", "HEAD" -> reading.open(address, request);
            case "PROPFIND" -> reading.list(address, request, request.description());
            case "PUT" -> put(address, request);
            case "MKCOL" -> makeFolder(address, request);
            case "DELETE" -> writing.delete(address, request);
            case "COPY", "MOVE" -> writing.carry(address, request);
            case "PROPPATCH" -> writing.patch(address, request, request.description());
            case "LOCK" -> locking.lock(address, request, request.description());
            case "UNLOCK" -> locking.unlock(address, request);
            default -> throw new DavRefusal(DavRefusal.NOT_HERE);
        };
    }

    private DavAnswer put(UUID address, DavRequest request) throws IOException {
        if (request.header("Content-Range").isPresent()) {
            throw new DavRefusal(DavRefusal.BAD_REQUEST);
        }
        writing.admit(address, request);
        try (var body =
                SpooledBody.of(
                        request.sent().getInputStream(), request.sent().getContentLengthLong())) {
            return writing.put(address, request, body.upload(request.path().name()));
        }
    }

    private DavAnswer makeFolder(UUID address, DavRequest request) throws IOException {
        if (request.description().length > 0) {
            throw new DavRefusal(DavRefusal.BODY_UNKNOWN);
        }
        return writing.makeFolder(address, request);
    }

    private static int status(OnthaalException problem) {
        Integer own = OWN.get(problem.code());
        if (own != null) {
            return own;
        }
        return switch (problem) {
            case NotFound missing -> DavRefusal.MISSING;
            case Conflict conflict -> DavRefusal.CONFLICT;
            case Refused refused -> DavRefusal.FORBIDDEN;
        };
    }

    private static void write(HttpServletResponse response, DavAnswer answer, boolean bare)
            throws IOException {
        response.setStatus(answer.status());
        guard(response);
        answer.headers().forEach(response::setHeader);
        if (answer.body().isEmpty()) {
            if (!bare) {
                response.setContentLength(0);
            }
            return;
        }
        DavAnswer.Body body = answer.body().get();
        response.setContentType(body.type());
        response.setContentLengthLong(body.size());
        try (InputStream bytes = body.bytes()) {
            bytes.transferTo(response.getOutputStream());
        }
    }

    private static void refuse(HttpServletResponse response, int status, String sentence)
            throws IOException {
        byte[] said = sentence.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        guard(response);
        response.setContentType("text/plain; charset=utf-8");
        response.setContentLength(said.length);
        response.getOutputStream().write(said);
    }

    /** What lies here is for programs: no browser runs or keeps any of it. */
    private static void guard(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "private, no-store");
    }
}
