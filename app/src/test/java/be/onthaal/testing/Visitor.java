// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.testing;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** A browser that keeps its cookies and is told by a test where to go. */
public final class Visitor {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder()
                    .cookieHandler(cookies)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final String address;

    public Visitor(int port) {
        this.address = "http://localhost:" + port;
    }

    /** What came back. */
    public record Answer(int status, String body, String location) {

        /** The path of where it sends the browser, at whatever host. */
        public String path() {
            return location.replaceFirst("^https?://[^/]+", "");
        }
    }

    public Answer get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).GET());
    }

    public Answer post(String path, Map<String, String> fields) {
        return post(URI.create(address + path), fields);
    }

    public Answer post(URI where, Map<String, String> fields) {
        String body =
                fields.entrySet().stream()
                        .map(field ->
                                field.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder(where)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** True when the browser holds a session that still works. */
    public boolean isSignedIn() {
        return get("/meldingen").status() == 200;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    client.send(
                            request.header("Accept-Language", "nl")
                                    .timeout(Duration.ofSeconds(30))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(
                    answer.statusCode(),
                    answer.body(),
                    answer.headers().firstValue("Location").orElse(""));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
