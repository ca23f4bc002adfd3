// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What goes over the line when somebody opens the desk for the first time: page, styles, scripts.
 */
final class WeightRun {

    private static final Pattern STATIC =
            Pattern.compile("(?:href|src)=\"(/static/[^\"]+\\.(?:css|js))\"");
    private static final double KILOBYTE = 1_024;

    private final Run run;

    WeightRun(Run run) {
        this.run = run;
    }

    void measure(Product product) throws IOException, InterruptedException {
        String cookie = SignIn.browsers(product, 1).getFirst();
        try (HttpClient client = HttpClient.newHttpClient()) {
            String page =
                    new String(
                            get(client, product, "/", cookie, "identity"), StandardCharsets.UTF_8);
            Set<String> files = new LinkedHashSet<>();
            Matcher found = STATIC.matcher(page);
            while (found.find()) {
                files.add(found.group(1));
            }
            long bytes = get(client, product, "/", cookie, "gzip").length;
            for (String file : files) {
                bytes += get(client, product, file, cookie, "gzip").length;
            }
            run.low(
                    new Run.Measured("first load of the desk", bytes / KILOBYTE, "kB", 60),
                    "weight",
                    "none",
                    "cold");
        }
    }

    private static byte[] get(
            HttpClient client, Product product, String path, String cookie, String encoding)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(product.at(path))
                        .header("Cookie", cookie)
                        .header("Accept-Encoding", encoding)
                        .build();
        return client.send(request, BodyHandlers.ofByteArray()).body();
    }
}
