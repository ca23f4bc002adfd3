// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.simulators.eid;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.Executors;

/** Says on loopback whether cards were stopped (OCSP, RFC 6960): all of them, or none. */
public final class CardStatus implements AutoCloseable {

    private static final int LONGEST = 10_000;
    private static final Clock CLOCK = Clock.systemUTC();

    private final HttpServer server;
    private final EidIssuer issuer;
    private volatile boolean stopped;
    private volatile Duration delay = Duration.ZERO;

    private CardStatus(HttpServer server, String name) {
        this.server = server;
        this.issuer = EidIssuer.called(name, address());
    }

    /** Starts it at any free port, for an issuer with this name. */
    public static CardStatus start(String issuer) {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
            var status = new CardStatus(server, issuer);
            server.createContext("/", status::answer);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return status;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Whose cards it speaks of. */
    public EidIssuer issuer() {
        return issuer;
    }

    /** From now on every card was stopped, or none. */
    public void stop(boolean all) {
        stopped = all;
    }

    /** Every answer waits this long. */
    public void delay(Duration wait) {
        delay = wait;
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] asked = asked(exchange);
            Thread.sleep(delay);
            byte[] said = response(Der.sequenceAt(asked, 4));
            exchange.getResponseHeaders().add("Content-Type", "application/ocsp-response");
            exchange.sendResponseHeaders(200, said.length);
            exchange.getResponseBody().write(said);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Short questions come in the address, in base 64 (RFC 6960, appendix A.1). */
    private static byte[] asked(HttpExchange exchange) throws IOException {
        return exchange.getRequestMethod().equals("GET")
                ? Base64.getDecoder().decode(exchange.getRequestURI().getPath().substring(1))
                : exchange.getRequestBody().readNBytes(LONGEST);
    }

    /** About the card that was asked for, in the words of the question. */
    private byte[] response(byte[] card) {
        Instant now = CLOCK.instant();
        byte[] standing =
                stopped
                        ? Der.implicit(1, true, Der.generalTime(now.minus(Duration.ofDays(1))))
                        : Der.implicit(0, false, new byte[0]);
        byte[] said =
                Der.sequence(
                        Der.explicit(1, issuer.name()),
                        Der.generalTime(now),
                        Der.sequence(Der.sequence(card, standing, Der.generalTime(now))));
        byte[] basic = issuer.signed(said);
        return Der.sequence(
                Der.enumerated(0),
                Der.explicit(0, Der.sequence(Der.oid("1.3.6.1.5.5.7.48.1.1"), Der.octets(basic))));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
