// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.demo;

import be.onthaal.access.Permission;
import be.onthaal.access.Requires;
import be.onthaal.common.NotFound;
import be.onthaal.common.Refused;
import be.onthaal.web.WebSettings;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * In the demo nobody has a card reader: the page plays the extension of Web eID, and the reader of
 * the simulators signs.
 */
@Controller
@ConditionalOnProperty(name = "onthaal.demo", havingValue = "true")
class DemoCards {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LONGEST = 200;

    private final String reader;
    private final WebSettings settings;
    private final HttpClient line = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    DemoCards(@Value("${onthaal.simulators.eid.cards:}") String reader, WebSettings settings) {
        this.reader = reader;
        this.settings = settings;
    }

    @Requires(Permission.PARTY_EDIT)
    @PostMapping("/demo/kaart")
    ResponseEntity<String> sign(@RequestParam String card, @RequestParam String nonce) {
        if (reader.isEmpty()) {
            throw new NotFound("web.page");
        }
        if (card.length() > LONGEST || nonce.length() > LONGEST) {
            throw new Refused("eid.late");
        }
        String form =
                "card=%s&nonce=%s&origin=%s"
                        .formatted(encoded(card), encoded(nonce), encoded(settings.address()));
        try {
            HttpResponse<String> answer =
                    line.send(
                            HttpRequest.newBuilder(URI.create(reader))
                                    .timeout(PATIENCE)
                                    .POST(HttpRequest.BodyPublishers.ofString(form))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            return ResponseEntity.status(answer.statusCode())
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(answer.body());
        } catch (IOException away) {
            throw new Refused("eid.late");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Refused("eid.late");
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
