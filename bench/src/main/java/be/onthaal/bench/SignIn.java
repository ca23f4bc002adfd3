// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** Browsers of the demo's people, signed in with one click. */
final class SignIn {

    private static final List<String> PEOPLE =
            List.of(
                    "nadia.el.amrani@mortsel.example",
                    "els.verbeeck@mortsel.example",
                    "tom.claes@mortsel.example");

    private SignIn() {}

    /** The cookies of so many browsers. */
    static List<String> browsers(Product product, int count)
            throws IOException, InterruptedException {
        List<String> cookies = new ArrayList<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int i = 0; i < count; i++) {
                cookies.add(cookie(client, product, PEOPLE.get(i % PEOPLE.size())));
            }
        }
        return cookies;
    }

    private static String cookie(HttpClient client, Product product, String login)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(product.at("/aanmelden/demo"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(HttpRequest.BodyPublishers.ofString("role=" + login))
                        .build();
        HttpResponse<Void> answer = client.send(request, HttpResponse.BodyHandlers.discarding());
        return answer.headers()
                .firstValue("Set-Cookie")
                .map(cookie -> cookie.split(";", 2)[0])
                .orElseThrow(() -> new IOException("The demo does not let " + login + " in"));
    }
}
