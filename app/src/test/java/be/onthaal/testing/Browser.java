// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.testing;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Sessions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** A browser at a started application in which somebody is signed in. */
public final class Browser {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private final String address;
    private final String cookie;

    private Browser(String address, String cookie) {
        this.address = address;
        this.cookie = cookie;
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
        return new Browser("http://localhost:" + port, "onthaal=" + signedIn.token().value());
    }

    /** A browser in which nobody is signed in. */
    public static Browser of(int port) {
        return new Browser("http://localhost:" + port, "theme=light");
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
        return send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
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
        return send(
                request(path)
                        .header("Content-Type", "multipart/form-data; boundary=" + edge)
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Cookie", cookie);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    CLIENT.send(
                            request.build(),
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            Map<String, String> headers =
                    answer.headers().map().entrySet().stream()
                            .collect(
                                    Collectors.toMap(
                                            Map.Entry::getKey,
                                            header -> header.getValue().getFirst()));
            return new Answer(answer.statusCode(), answer.body(), headers);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
