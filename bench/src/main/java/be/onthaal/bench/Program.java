// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that uses the API of the measured product, with a token of its own. */
final class Program implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String RIGHTS = "PARTY_VIEW,CASE_VIEW,CASE_HANDLE,COORDINATE";

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();
    private final Product product;
    private final String token;

    private Program(Product product, String token) {
        this.product = product;
        this.token = token;
    }

    /** Lets a program in for a day. */
    static Program admitted(Product product, Store store, Town town) throws SQLException {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        store.execute(
                "insert into access.machine_token (id, authority_id, name, token_hash, permissions,"
                        + " clearance, expires_at)"
                        + " values ('%s', '%s', 'Meting', '\\x%s', '{%s}', 3, now() + interval '1 day')"
                                .formatted(
                                        UUID.randomUUID(), town.authority(), hash(token), RIGHTS));
        return new Program(product, token);
    }

    /**
     * Does something, and gives what was answered; anything but success is a failure of the run.
     */
    JsonNode does(String path, Map<String, ?> body) {
        return sent(
                asked(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build());
    }

    /** Does something to a case as it was seen. */
    JsonNode does(String path, int revision, Map<String, ?> body) {
        return sent(
                asked(path)
                        .header("Content-Type", "application/json")
                        .header("If-Match", "\"" + revision + "\"")
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build());
    }

    JsonNode reads(String path) {
        return sent(asked(path).build());
    }

    @Override
    public void close() {
        client.close();
    }

    private HttpRequest.Builder asked(String path) {
        return HttpRequest.newBuilder(product.at(path))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(60));
    }

    private JsonNode sent(HttpRequest request) {
        try {
            HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(
                        "%s answers %d: %s"
                                .formatted(
                                        request.uri().getPath(),
                                        answer.statusCode(),
                                        new String(answer.body(), StandardCharsets.UTF_8)));
            }
            return JSON.readTree(answer.body());
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String hash(String token) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }
}
