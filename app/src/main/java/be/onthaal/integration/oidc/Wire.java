// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.integration.oidc;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The line to the provider: an answer comes whole, in time and of a sane size, or not at all. */
final class Wire implements ResourceRetriever {

    private static final long LARGEST = 256 * 1024L;

    private final Duration patience;
    private @Nullable HttpClient client;

    Wire(Duration patience) {
        this.patience = patience;
    }

    /** What came back. */
    record Answer(int status, String body) {}

    Answer get(URI address) throws IOException {
        return send(HttpRequest.newBuilder(address).GET());
    }

    Answer post(URI address, String form, String authorization) throws IOException {
        var request =
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return send(request);
    }

    /** The keys of the provider, asked when a signature names one that we do not have. */
    @Override
    public Resource retrieveResource(URL address) throws IOException {
        try {
            Answer answer = get(address.toURI());
            if (answer.status() != 200) {
                throw new IOException("the keys are answered with " + answer.status());
            }
            return new Resource(answer.body(), "application/json");
        } catch (URISyntaxException nonsense) {
            throw new IOException("the keys have no address", nonsense);
        }
    }

    private Answer send(HttpRequest.Builder request) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client().sendAsync(
                                request.header("Accept", "application/json").build(),
                                HttpResponse.BodyHandlers.limiting(
                                        HttpResponse.BodyHandlers.ofByteArray(), LARGEST));
        try {
            HttpResponse<byte[]> whole = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(whole.statusCode(), new String(whole.body(), StandardCharsets.UTF_8));
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new IOException("no answer in time", late);
        } catch (ExecutionException failure) {
            throw new IOException("the line broke", failure.getCause());
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("stopped", stopped);
        }
    }

    /** Made when it is needed: most installations start without a provider. */
    private synchronized HttpClient client() {
        HttpClient made = client;
        if (made == null) {
            made =
                    HttpClient.newBuilder()
                            .connectTimeout(patience)
                            .followRedirects(HttpClient.Redirect.NEVER)
                            .build();
            client = made;
        }
        return made;
    }
}
