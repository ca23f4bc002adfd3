// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.magda;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The line to MAGDA: an answer comes whole, in time and of a sane size, or not at all. */
@Component
class Line {

    private static final String TOO_LARGE = "body exceeds capacity";

    private final MagdaSettings settings;
    private @Nullable HttpClient client;

    Line(MagdaSettings settings) {
        this.settings = settings;
    }

    /** What came back. */
    record Reply(int status, String type, byte[] body) {}

    /** Puts a question; waits no longer than this for the last byte of the answer. */
    Reply post(URI address, byte[] message, Duration within) throws NoAnswer {
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "text/xml; charset=utf-8")
                        .header("Accept", "text/xml")
                        .header("SOAPAction", "\"\"")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(message))
                        .build();
        CompletableFuture<HttpResponse<byte[]>> answer =
                client().sendAsync(
                                request,
                                HttpResponse.BodyHandlers.limiting(
                                        HttpResponse.BodyHandlers.ofByteArray(),
                                        settings.largest().toBytes()));
        try {
            HttpResponse<byte[]> whole = answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
            return new Reply(
                    whole.statusCode(),
                    whole.headers().firstValue("Content-Type").orElse(""),
                    whole.body());
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new NoAnswer("time-out", true, late);
        } catch (ExecutionException failure) {
            throw broken(failure.getCause());
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new NoAnswer("broken", true, stopped);
        }
    }

    private static NoAnswer broken(@Nullable Throwable cause) {
        return switch (cause) {
            case HttpConnectTimeoutException late -> new NoAnswer("connect", false, late);
            case ConnectException closed -> new NoAnswer("connect", false, closed);
            case SSLHandshakeException distrust -> new NoAnswer("tls", false, distrust);
            case IOException large when String.valueOf(large.getMessage()).startsWith(TOO_LARGE) ->
                    new NoAnswer("too-large", true, large);
            case null -> new NoAnswer("broken", true, new IOException());
            default -> new NoAnswer("broken", true, cause);
        };
    }

    /** Made when it is needed: most installations start without MAGDA. */
    private synchronized HttpClient client() {
        HttpClient made = client;
        if (made == null) {
            made =
                    HttpClient.newBuilder()
                            .version(HttpClient.Version.HTTP_1_1)
                            .connectTimeout(settings.patience().connect())
                            .followRedirects(HttpClient.Redirect.NEVER)
                            .build();
            client = made;
        }
        return made;
    }
}
