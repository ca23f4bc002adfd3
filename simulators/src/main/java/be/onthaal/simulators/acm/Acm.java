// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.simulators.acm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * ACM/IDM on loopback: discovery, keys, a page on which one chooses who one is, and tokens for
 * whoever redeems a code rightly. It can be slow, silent, or give tokens with something wrong.
 */
public final class Acm implements AutoCloseable {

    /** How it knows the installation of Onthaal. */
    public static final String CLIENT = "onthaal-demo";

    private static final int HUGE = 5_000_000;

    private final HttpServer server;
    private final String secret;
    private final Set<String> returnTo;
    private final List<AcmPerson> people = new CopyOnWriteArrayList<>();
    private final Map<String, Grant> codes = new ConcurrentHashMap<>();
    private volatile SigningKey key = SigningKey.draw("RS256");
    private volatile Flaw flaw = Flaw.NONE;
    private volatile Duration delay = Duration.ZERO;
    private volatile boolean dead;

    private Acm(HttpServer server, String secret, Set<String> returnTo) {
        this.server = server;
        this.secret = secret;
        this.returnTo = returnTo;
    }

    /** What was asked when somebody chose who he is. */
    private record Grant(AcmPerson person, String returnTo, String nonce, String challenge) {}

    /**
     * Starts it; port 0, or one that is taken, means any that is free.
     *
     * @param secret of the client {@link #CLIENT}
     * @param returnTo the only addresses to which browsers are sent back
     */
    public static Acm start(int port, String secret, String... returnTo) {
        try {
            var acm = new Acm(listen(port), secret, Set.of(returnTo));
            acm.server.createContext("/", acm::answer);
            acm.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            acm.server.start();
            return acm;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String issuer() {
        return "http://127.0.0.1:" + port();
    }

    public String secret() {
        return secret;
    }

    public void add(AcmPerson person) {
        people.add(person);
    }

    /** From now on something is wrong with what the token endpoint answers. */
    public void flaw(Flaw wrong) {
        flaw = wrong;
    }

    /** Every answer waits this long. */
    public void delay(Duration wait) {
        delay = wait;
    }

    /** Lines are dropped without an answer, until it is mended. */
    public void die() {
        dead = true;
    }

    /** As it should be. */
    public void mend() {
        dead = false;
        flaw = Flaw.NONE;
        delay = Duration.ZERO;
    }

    /** Signs with a new key from now on; the old one is published no more. */
    public void rotate(String algorithm) {
        key = SigningKey.draw(algorithm);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static HttpServer listen(int port) throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try {
            return HttpServer.create(new InetSocketAddress(loopback, port), 50);
        } catch (BindException taken) {
            return HttpServer.create(new InetSocketAddress(loopback, 0), 50);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Thread.sleep(delay);
            if (dead) {
                return;
            }
            switch (exchange.getRequestURI().getPath()) {
                case "/.well-known/openid-configuration" -> json(exchange, 200, discovery());
                case "/keys" -> json(exchange, 200, "{\"keys\":[" + key.published() + "]}");
                case "/aanmelden" -> authorize(exchange);
                case "/token" -> token(exchange);
                default -> page(exchange, 404, AcmPage.problem("Deze pagina bestaat niet."));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private String discovery() {
        return """
        {"issuer":"%1$s","authorization_endpoint":"%1$s/aanmelden","token_endpoint":"%1$s/token",
        "jwks_uri":"%1$s/keys","response_types_supported":["code"],
        "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"],
        "token_endpoint_auth_methods_supported":["client_secret_basic","client_secret_post"],
        "code_challenge_methods_supported":["S256"],"scopes_supported":["openid","profile","vo","rrn"]}
        """
                .formatted(issuer());
    }

    /** Shows who one can be, and sends the browser back with what was chosen. */
    private void authorize(HttpExchange exchange) throws IOException {
        String query = String.valueOf(exchange.getRequestURI().getRawQuery());
        Map<String, String> asked = fields(query);
        if (!CLIENT.equals(asked.get("client_id"))
                || !returnTo.contains(asked.getOrDefault("redirect_uri", ""))) {
            page(exchange, 400, AcmPage.problem("Deze toepassing is hier niet bekend."));
            return;
        }
        boolean proper =
                "code".equals(asked.get("response_type"))
                        && "S256".equals(asked.get("code_challenge_method"))
                        && asked.getOrDefault("scope", "").contains("openid")
                        && !asked.getOrDefault("code_challenge", "").isEmpty();
        if (!proper) {
            back(exchange, asked, "error", "invalid_request");
        } else if (exchange.getRequestMethod().equals("GET")) {
            page(exchange, 200, AcmPage.choice(choices(asked), "/aanmelden?" + query));
        } else {
            choose(exchange, asked);
        }
    }

    /** Citizens for whoever asks for the national number, and else people at their work. */
    private List<AcmPerson> choices(Map<String, String> asked) {
        boolean citizens = List.of(asked.getOrDefault("scope", "").split(" ")).contains("rrn");
        return people.stream().filter(person -> person.isCitizen() == citizens).toList();
    }

    private void choose(HttpExchange exchange, Map<String, String> asked) throws IOException {
        String wanted = fields(body(exchange)).getOrDefault("person", "");
        AcmPerson person = null;
        for (AcmPerson one : people) {
            if (AcmPage.value(one).equals(wanted)) {
                person = one;
            }
        }
        if (person == null) {
            back(exchange, asked, "error", "access_denied");
            return;
        }
        String code = UUID.randomUUID().toString();
        codes.put(
                code,
                new Grant(
                        person,
                        asked.getOrDefault("redirect_uri", ""),
                        asked.getOrDefault("nonce", ""),
                        asked.getOrDefault("code_challenge", "")));
        back(exchange, asked, "code", code);
    }

    private void back(HttpExchange exchange, Map<String, String> asked, String name, String value)
            throws IOException {
        String state = URLEncoder.encode(asked.getOrDefault("state", ""), StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .add(
                        "Location",
                        asked.get("redirect_uri") + "?" + name + "=" + value + "&state=" + state);
        exchange.sendResponseHeaders(303, -1);
    }

    /** Once, for the right client, from the one who asked, and back to the same address. */
    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> given = fields(body(exchange));
        String authorization =
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!authorization.equals("Basic " + credentials())) {
            json(exchange, 401, "{\"error\":\"invalid_client\"}");
            return;
        }
        Grant grant = codes.remove(given.getOrDefault("code", ""));
        boolean right =
                grant != null
                        && "authorization_code".equals(given.get("grant_type"))
                        && grant.returnTo().equals(given.get("redirect_uri"))
                        && challenge(given.getOrDefault("code_verifier", ""))
                                .equals(grant.challenge());
        if (grant == null || !right || flaw == Flaw.REFUSED) {
            json(exchange, 400, "{\"error\":\"invalid_grant\"}");
        } else {
            give(exchange, grant);
        }
    }

    /** Each half is encoded as in a form first (RFC 6749, 2.3.1). */
    private String credentials() {
        String both = CLIENT + ":" + URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    private void give(HttpExchange exchange, Grant grant) throws IOException {
        switch (flaw) {
            case SERVER_ERROR -> json(exchange, 500, "{}");
            case NO_JSON -> json(exchange, 200, "<p>Even geduld</p>");
            case NO_TOKEN -> json(exchange, 200, "{\"access_token\":\"x\"}");
            case HUGE -> json(exchange, 200, "{\"id_token\":\"" + "x".repeat(HUGE) + "\"}");
            case DRIP -> drip(exchange);
            default -> {
                var token = new IdToken(issuer(), CLIENT, secret);
                String signed = token.write(grant.person(), grant.nonce(), key, flaw);
                json(
                        exchange,
                        200,
                        "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":300,\"id_token\":\"%s\"}"
                                .formatted(UUID.randomUUID(), signed));
            }
        }
    }

    private static void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            for (int drops = 0; drops < 600; drops++) {
                out.write(' ');
                out.flush();
                Thread.sleep(100);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static Map<String, String> fields(String form) {
        Map<String, String> fields = new TreeMap<>();
        for (String field : form.split("&", -1)) {
            int at = field.indexOf('=');
            if (at > 0) {
                fields.put(
                        URLDecoder.decode(field.substring(0, at), StandardCharsets.UTF_8),
                        URLDecoder.decode(field.substring(at + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    private static void json(HttpExchange exchange, int status, String body) throws IOException {
        send(exchange, status, "application/json", body);
    }

    private static void page(HttpExchange exchange, int status, String body) throws IOException {
        send(exchange, status, "text/html; charset=utf-8", body);
    }

    private static void send(HttpExchange exchange, int status, String type, String body)
            throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
