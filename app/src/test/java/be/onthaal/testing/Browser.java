// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.testing;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Sessions;
import be.onthaal.common.Token;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A browser at a started application in which somebody is signed in, or a program with a token. */
public final class Browser {

    private static final Map<String, String> FORM =
            Map.of(
                    "Content-Type", "application/x-www-form-urlencoded",
                    "Sec-Fetch-Site", "same-origin");
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private final String address;
    private final Map<String, String> own;

    private Browser(String address, Map<String, String> own) {
        this.address = address;
        this.own = own;
    }

    /** What came back. */
    public record Answer(int status, String body, Map<String, String> headers) {

        /** Where it sends the browser; empty when it stays. */
        public String location() {
            return headers.getOrDefault("location", "").replaceFirst("^https?://[^/]+", "");
        }

        /** How many statements the page took. */
        public int statements() {
            return Integer.parseInt(headers.getOrDefault("onthaal-statements", "-1"));
        }
    }

    /** Signs somebody in, as the demo's sign-in page does. */
    public static Browser signedIn(int port, Sessions sessions, String login) {
        var signedIn = Callers.as(Caller.signingIn(), () -> sessions.signInForDemo(login));
        return new Browser(
                "http://localhost:" + port,
                Map.of("Cookie", "onthaal=" + signedIn.token().value()));
    }

    /** A browser in which nobody is signed in. */
    public static Browser of(int port) {
        return new Browser("http://localhost:" + port, Map.of("Cookie", "theme=light"));
    }

    /** A program that calls with a token. */
    public static Browser machine(int port, Token token) {
        return new Browser(
                "http://localhost:" + port, Map.of("Authorization", "Bearer " + token.value()));
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** Posts a form, as a page of ours would. */
    public Answer post(String path, Map<String, String> fields) {
        String body =
                fields.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return send("POST", path, FORM, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends anything at all, with headers of its own. */
    public Answer send(String method, String path, Map<String, String> headers, byte[] body) {
        HttpRequest.Builder request = request(path);
        headers.forEach(request::header);
        return send(request.method(method, HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    /** Posts files, as a form with one file field called "files" would. */
    public Answer upload(String path, Map<String, byte[]> files) {
        String edge = "rand-" + java.util.UUID.randomUUID();
        var body = new java.io.ByteArrayOutputStream();
        files.forEach((name, content) -> {
            String head =
                    "--%s\r\nContent-Disposition: form-data; name=\"files\"; filename=\"%s\"\r\n\r\n"
                            .formatted(edge, name);
            body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
            body.writeBytes(content);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        });
        body.writeBytes(("--" + edge + "--\r\n").getBytes(StandardCharsets.UTF_8));
        Map<String, String> headers =
                Map.of(
                        "Content-Type",
                        "multipart/form-data; boundary=" + edge,
                        "Sec-Fetch-Site",
                        "same-origin");
        return send("POST", path, headers, body.toByteArray());
    }

    /** Asks for a stream that does not end; one that only waits for news is taken as given. */
    public Answer peek(String path) {
        try {
            HttpResponse<InputStream> answer =
                    CLIENT.send(
                            request(path).timeout(Duration.ofMillis(300)).GET().build(),
                            HttpResponse.BodyHandlers.ofInputStream());
            answer.body().close();
            return new Answer(answer.statusCode(), "", headers(answer));
        } catch (HttpTimeoutException waiting) {
            return new Answer(200, "", Map.of());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(30));
        own.forEach(request::header);
        return request;
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    CLIENT.send(
                            request.build(),
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(answer.statusCode(), answer.body(), headers(answer));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static Map<String, String> headers(HttpResponse<?> answer) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        answer.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
        return headers;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
