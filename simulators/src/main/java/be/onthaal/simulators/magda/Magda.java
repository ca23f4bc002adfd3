// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.simulators.magda;

import static java.nio.charset.StandardCharsets.UTF_8;

import be.onthaal.simulators.magda.Envelopes.Remark;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * MAGDA on loopback, over real SOAP. It can be slow, silent, or answer with something wrong, and
 * keeps what it was asked.
 */
public final class Magda implements AutoCloseable {

    private static final String PATH = "/api/Magda-02.00/soap/WebService";
    private static final int HUGE = 20_000_000;
    private static final int MOST_KEPT = 1_000;

    private final HttpServer server;
    private final Source source;
    private final Spoiling spoiling = new Spoiling();
    private final Deque<byte[]> received = new ConcurrentLinkedDeque<>();
    private final AtomicInteger flawed = new AtomicInteger();
    private volatile Flaw flaw = Flaw.NONE;
    private volatile Duration delay = Duration.ZERO;

    private Magda(HttpServer server, Source source) {
        this.server = server;
        this.source = source;
    }

    /** With an invented town behind it; port 0, or one that is taken, means any that is free. */
    public static Magda start(int port) {
        return start(port, new Town());
    }

    /** With the answers and schemas of a folder behind it. */
    public static Magda start(int port, Path data) {
        return start(port, new AnswerFolder(data));
    }

    private static Magda start(int port, Source source) {
        try {
            var magda = new Magda(listen(port), source);
            magda.server.createContext(PATH, magda::answer);
            magda.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            magda.server.start();
            return magda;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String endpoint() {
        return "http://127.0.0.1:" + port() + PATH;
    }

    /** From now on something is wrong with every answer. */
    public void flaw(Flaw wrong) {
        flaw(wrong, Integer.MAX_VALUE);
    }

    /** Something is wrong with the next answers, so many. */
    public void flaw(Flaw wrong, int times) {
        flawed.set(times);
        flaw = wrong;
    }

    /** Every answer waits this long. */
    public void delay(Duration wait) {
        delay = wait;
    }

    /** As it should be. */
    public void mend() {
        flaw(Flaw.NONE, 0);
        delay = Duration.ZERO;
    }

    /** What was asked, the last one first; the newest thousand. */
    public List<byte[]> received() {
        return received.stream().map(byte[]::clone).toList();
    }

    public void forget() {
        received.clear();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] message = exchange.getRequestBody().readAllBytes();
            received.addFirst(message);
            if (received.size() > MOST_KEPT) {
                received.pollLast();
            }
            Thread.sleep(delay);
            Flaw now = flawed.getAndUpdate(left -> Math.max(0, left - 1)) > 0 ? flaw : Flaw.NONE;
            switch (now) {
                case DROPPED -> {
                    return;
                }
                case HTML -> send(exchange, 200, "text/html", page());
                case GATEWAY_DOWN -> send(exchange, 503, "text/html", page());
                case REDIRECT -> {
                    exchange.getResponseHeaders().add("Location", endpoint());
                    send(exchange, 302, "text/html", page());
                }
                case EMPTY -> exchange.sendResponseHeaders(200, -1);
                case HUGE -> send(exchange, 200, "text/xml", " ".repeat(HUGE).getBytes(UTF_8));
                case DRIP -> drip(exchange);
                default -> speak(exchange, message, now);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void speak(HttpExchange exchange, byte[] message, Flaw now) throws IOException {
        byte[] answer;
        try {
            answer = spoiling.spoil(answered(Asked.read(message), now), now);
        } catch (IOException wrong) {
            answer = Envelopes.fault("soapenv:Client", "10001 " + wrong.getMessage()).bytes();
        }
        boolean fault = new String(answer, UTF_8).contains(":Fault>");
        send(exchange, fault ? 500 : 200, "text/xml; charset=utf-8", answer);
    }

    private Tree answered(Asked asked, Flaw now) throws IOException {
        if (now == Flaw.FAULT) {
            return Envelopes.fault("soapenv:Server", "Internal Error");
        }
        if (now == Flaw.FAULT_10001) {
            return Envelopes.fault("soapenv:Client", "10001 cvc-complex-type: not valid");
        }
        if (now == Flaw.CROWDED) {
            return Envelopes.refused(
                    asked,
                    new Remark("99995", "FOUT", "MAGDA", "Te veel gelijktijdige bevragingen"));
        }
        if (asked.sender().isEmpty()) {
            return Envelopes.refused(
                    asked, new Remark("13001", "FOUT", "MAGDA", "De afzender is niet gemachtigd"));
        }
        return source.answer(asked);
    }

    private static byte[] page() {
        return "<!DOCTYPE html><html><body><h1>Even geduld</h1></body></html>".getBytes(UTF_8);
    }

    private static void drip(HttpExchange exchange) throws IOException, InterruptedException {
        exchange.getResponseHeaders().add("Content-Type", "text/xml");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            for (int drops = 0; drops < 600; drops++) {
                out.write(' ');
                out.flush();
                Thread.sleep(100);
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body)
            throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static HttpServer listen(int port) throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try {
            return HttpServer.create(new InetSocketAddress(loopback, port), 50);
        } catch (BindException taken) {
            return HttpServer.create(new InetSocketAddress(loopback, 0), 50);
        }
    }
}
