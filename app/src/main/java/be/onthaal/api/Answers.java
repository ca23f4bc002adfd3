// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.common.Digest;
import be.onthaal.common.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** How the API answers: with a tag to compare, a place to go, and the pages beside this one. */
@Component
class Answers {

    private final OnceAnswers once;
    private final JsonMapper json;

    Answers(OnceAnswers once, JsonMapper json) {
        this.once = once;
        this.json = json;
    }

    /** One thing, with a tag that changes with it. */
    <T> ResponseEntity<T> one(T body) {
        return tagged(fingerprint(body), body);
    }

    /** One thing whose revision counts when it is changed. */
    <T> ResponseEntity<T> one(int revision, T body) {
        return tagged(revision + "." + fingerprint(body), body);
    }

    /** A page of a list, with links to its neighbours. */
    <S, T> ResponseEntity<Paged<T>> page(
            HttpServletRequest request, Page<S> page, Function<? super S, T> change) {
        Paged<T> body = Paged.of(page.map(change));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.LINK, links(request, page))
                .body(body);
    }

    /** Something that is there now and was not before. */
    ResponseEntity<Done> made(
            HttpServletRequest request, Object command, String place, Supplier<Done> work) {
        var answer = once.once(Asked.of(request), command, HttpStatus.CREATED.value(), work);
        return done(answer).location(URI.create(place + answer.done().id())).body(answer.done());
    }

    /** Something that changed. */
    ResponseEntity<Done> changed(
            HttpServletRequest request, Object command, Function<Asked, Done> work) {
        Asked asked = Asked.of(request);
        var answer = once.once(asked, command, HttpStatus.OK.value(), () -> work.apply(asked));
        return done(answer).body(answer.done());
    }

    private static ResponseEntity.BodyBuilder done(OnceAnswers.Answer answer) {
        ResponseEntity.BodyBuilder response = ResponseEntity.status(answer.status());
        answer.done().revision().ifPresent(revision -> response.eTag("\"" + revision + "\""));
        if (answer.again()) {
            response.header("Idempotency-Replayed", "true");
        }
        return response.cacheControl(CacheControl.noStore());
    }

    private <T> ResponseEntity<T> tagged(String tag, T body) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag("\"" + tag + "\"")
                .body(body);
    }

    private String fingerprint(Object body) {
        return Digest.of(json.writeValueAsBytes(body)).hex().substring(0, 16);
    }

    private static String links(HttpServletRequest request, Page<?> page) {
        var links = new ArrayList<String>();
        links.add(link(request, 1, "first"));
        if (page.hasPrevious()) {
            links.add(link(request, page.number() - 1, "prev"));
        }
        if (page.hasNext()) {
            links.add(link(request, page.number() + 1, "next"));
        }
        return String.join(", ", links);
    }

    private static String link(HttpServletRequest request, int number, String rel) {
        String query = Optional.ofNullable(request.getQueryString()).orElse("");
        String address =
                UriComponentsBuilder.fromPath(request.getRequestURI())
                        .query(query)
                        .replaceQueryParam("page", number)
                        .build(true)
                        .toUriString();
        return "<" + address + ">; rel=\"" + rel + "\"";
    }
}
