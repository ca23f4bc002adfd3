// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webhooks.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Posts to addresses that somebody gave us. A name is looked up once and the call goes to the very
 * address that was looked at, so that a name cannot lead elsewhere meanwhile (DNS rebinding);
 * nothing is followed, little is read, and everything has an end.
 */
public final class Receivers {

    private static final int LONGEST_HEAD = 16_384;
    private static final int LONGEST_REST = 65_536;
    private static final Duration REST = Duration.ofSeconds(2);

    private final WebhookSettings settings;
    private final Names names;
    private final SSLSocketFactory tls;

    public Receivers(WebhookSettings settings, Names names, SSLSocketFactory tls) {
        this.settings = settings;
        this.names = names;
        this.tls = tls;
    }

    /** Looks names up. */
    @FunctionalInterface
    public interface Names {

        /** All addresses of a name. */
        InetAddress[] all(String host) throws UnknownHostException;
    }

    /**
     * What a receiver said.
     *
     * @param retryAfter when he wants to be asked again, as he wrote it
     */
    public record Answer(int status, Optional<String> retryAfter) {

        /** Whether he has it. */
        public boolean isGood() {
            return status >= 200 && status < 300;
        }
    }

    /** Posts a body and waits for the answer. */
    public Answer post(URI address, Map<String, String> headers, byte[] body) throws NoAnswer {
        boolean secure = "https".equalsIgnoreCase(address.getScheme());
        int port = address.getPort() >= 0 ? address.getPort() : secure ? 443 : 80;
        InetAddress there = allowed(address.getHost(), secure);
        var over = new AtomicBoolean();
        try (var socket = new Socket()) {
            Thread watch = closeAfter(settings.whole(), socket, over);
            try {
                return exchange(socket, there, port, secure, address, headers, body);
            } catch (SocketTimeoutException slow) {
                throw new NoAnswer("timeout", slow);
            } catch (SSLException failure) {
                throw new NoAnswer(over.get() ? "timeout" : "tls", failure);
            } catch (IOException failure) {
                throw new NoAnswer(over.get() ? "timeout" : "line", failure);
            } finally {
                watch.interrupt();
            }
        } catch (IOException closing) {
            throw new NoAnswer("line", closing);
        }
    }

    /** The first address of the name that we may call. */
    private InetAddress allowed(String host, boolean secure) throws NoAnswer {
        Predicate<InetAddress> rule =
                secure
                        ? address -> settings.inside() || Addresses.isPublic(address)
                        : address -> settings.inside() && !Addresses.isPublic(address);
        return List.of(lookedUp(host)).stream()
                .filter(rule)
                .findFirst()
                .orElseThrow(() -> new NoAnswer("inside"));
    }

    private InetAddress[] lookedUp(String host) throws NoAnswer {
        var found = new CompletableFuture<InetAddress[]>();
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        found.complete(names.all(host));
                    } catch (UnknownHostException | RuntimeException unknown) {
                        found.completeExceptionally(unknown);
                    }
                });
        try {
            return found.get(settings.connect().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException unknown) {
            throw new NoAnswer("unknown", unknown);
        } catch (TimeoutException slow) {
            throw new NoAnswer("timeout", slow);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NoAnswer("line", stopped);
        }
    }

    private Answer exchange(
            Socket raw,
            InetAddress there,
            int port,
            boolean secure,
            URI address,
            Map<String, String> headers,
            byte[] body)
            throws IOException, NoAnswer {
        raw.connect(new InetSocketAddress(there, port), (int) settings.connect().toMillis());
        raw.setSoTimeout((int) settings.whole().toMillis());
        raw.setTcpNoDelay(true);
        Socket line = secure ? secured(raw, address.getHost(), port) : raw;
        line.getOutputStream().write(request(address, headers, body));
        line.getOutputStream().flush();
        var from = new BufferedInputStream(line.getInputStream());
        Answer answer = read(from);
        raw.setSoTimeout((int) REST.toMillis());
        leave(from);
        return answer;
    }

    private SSLSocket secured(Socket raw, String host, int port) throws IOException {
        var line = (SSLSocket) tls.createSocket(raw, host, port, true);
        SSLParameters parameters = line.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        line.setSSLParameters(parameters);
        line.startHandshake();
        return line;
    }

    private static byte[] request(URI address, Map<String, String> headers, byte[] body) {
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        String host =
                address.getPort() < 0
                        ? address.getHost()
                        : address.getHost() + ":" + address.getPort();
        String others =
                headers.entrySet().stream()
                        .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                        .collect(Collectors.joining());
        byte[] head =
                ("POST %s%s HTTP/1.1\r\nHost: %s\r\nContent-Length: %d\r\nConnection: close\r\n%s\r\n"
                                .formatted(path, query, host, body.length, others))
                        .getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }

    private static Answer read(InputStream from) throws IOException, NoAnswer {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = from.read();
            if (next < 0) {
                throw new NoAnswer("line");
            }
            if (head.length() >= LONGEST_HEAD) {
                throw new NoAnswer("long");
            }
            head.append((char) next);
        }
        List<String> lines = head.toString().lines().toList();
        String first = lines.getFirst();
        if (!first.matches("HTTP/1\\.[01] [2-5]\\d\\d.*")) {
            throw new NoAnswer("nonsense");
        }
        Optional<String> retryAfter =
                lines.stream()
                        .filter(line -> line.regionMatches(true, 0, "retry-after:", 0, 12))
                        .map(line -> line.substring(12).strip())
                        .findFirst();
        return new Answer(Integer.parseInt(first.substring(9, 12)), retryAfter);
    }

    /** Hears a short rest out, so that the receiver is not cut off; what it says is of no use. */
    private static void leave(InputStream from) {
        try {
            from.readNBytes(LONGEST_REST);
        } catch (IOException enough) {
            // The answer was read.
        }
    }

    private static Thread closeAfter(Duration whole, Socket socket, AtomicBoolean over) {
        return Thread.ofVirtual()
                .start(() -> {
                    try {
                        Thread.sleep(whole);
                        over.set(true);
                        socket.close();
                    } catch (InterruptedException done) {
                        Thread.currentThread().interrupt();
                    } catch (IOException closed) {
                        // It was closed already.
                    }
                });
    }
}
