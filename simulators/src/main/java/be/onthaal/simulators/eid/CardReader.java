// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.simulators.eid;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;

/** A reader on loopback with cards in it: whoever names a card and what to sign gets it signed. */
public final class CardReader implements AutoCloseable {

    private static final int LONGEST = 4_000;

    private final HttpServer server;
    private final Map<String, EidCard> cards;

    private CardReader(HttpServer server, Map<String, EidCard> cards) {
        this.server = server;
        this.cards = Map.copyOf(cards);
    }

    /** Starts it at any free port; a card is called by the name of its holder. */
    public static CardReader start(Map<String, EidCard> cards) {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
            var reader = new CardReader(server, cards);
            server.createContext("/sign", reader::sign);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return reader;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Where a card is asked to sign: a form with {@code card}, {@code origin} and {@code nonce}.
     */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/sign";
    }

    private void sign(HttpExchange exchange) throws IOException {
        try (exchange) {
            String form =
                    new String(
                            exchange.getRequestBody().readNBytes(LONGEST), StandardCharsets.UTF_8);
            Map<String, String> asked = fields(form);
            EidCard card = cards.get(asked.getOrDefault("card", ""));
            if (card == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            EidCard.Token token =
                    card.sign(asked.getOrDefault("origin", ""), asked.getOrDefault("nonce", ""));
            byte[] answer =
                    """
                    {"format":"%s","unverifiedCertificate":"%s","algorithm":"%s","signature":"%s"}
                    """
                            .formatted(
                                    token.format(),
                                    token.certificate(),
                                    token.algorithm(),
                                    token.signature())
                            .strip()
                            .getBytes(StandardCharsets.US_ASCII);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private static Map<String, String> fields(String form) {
        Map<String, String> fields = new HashMap<>();
        for (String field : form.split("&", -1)) {
            int at = field.indexOf('=');
            if (at > 0) {
                fields.put(
                        field.substring(0, at),
                        URLDecoder.decode(field.substring(at + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
