// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webhooks.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiversTest {

    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);
    private static final SSLSocketFactory TLS = (SSLSocketFactory) SSLSocketFactory.getDefault();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.8",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1",
                "::7f00:1",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "fec0::1",
                "ff02::1",
                "64:ff9b::a00:1",
                "2001:db8::1",
                "2001::1",
                "2002:a00:1::1",
                "3fff::1"
            })
    void whatIsNotOfThePublicInternetIsNotCalled(String address) {
        assertThat(Addresses.isPublic(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "193.190.1.1",
                "172.15.0.1",
                "172.32.0.1",
                "100.63.0.1",
                "100.128.0.1",
                "223.255.255.255",
                "2a02:1800::1",
                "2001:4860:4860::8888",
                "2606:4700::1111"
            })
    void whatIsOfThePublicInternetIs(String address) {
        assertThat(Addresses.isPublic(InetAddress.ofLiteral(address))).isTrue();
    }

    @Test
    void aNameThatLeadsInsideIsNotCalled() {
        try (var receiver = new Receiver()) {
            Receivers receivers = receivers(false, host -> all("10.0.0.1", "127.0.0.1"));

            assertThatThrownBy(() -> post(receivers, "https://name.example:" + receiver.port()))
                    .hasMessage("inside");
            assertThat(receiver.posted()).isEmpty();
        }
    }

    @Test
    void aNameThatChangesItsMindMeanwhileLeadsNowhereElse() {
        var asked = new AtomicInteger();
        Receivers receivers =
                receivers(
                        true,
                        host -> all(asked.incrementAndGet() == 1 ? "127.0.0.1" : "127.0.0.2"));
        try (var receiver = new Receiver()) {
            assertThat(said(receivers, "http://name.example:" + receiver.port() + "/a").isGood())
                    .isTrue();

            assertThat(asked).hasValue(1);
            assertThat(receiver.posted().getFirst().headers())
                    .containsEntry("Host", "name.example:" + receiver.port())
                    .containsEntry(":request", "POST /a HTTP/1.1");
        }
    }

    @Test
    void withoutTlsOnlyWhatStandsInsideIsCalled() {
        Receivers receivers = receivers(true, host -> all("8.8.8.8"));

        assertThatThrownBy(() -> post(receivers, "http://name.example")).hasMessage("inside");
    }

    @Test
    void overTlsTheCertificateMustBeOfTheNameAndTrusted() throws Exception {
        KeyStore keys = certificate();
        HttpsServer server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 10);
        server.setHttpsConfigurator(new HttpsConfigurator(context(keys)));
        server.createContext(
                "/",
                asked -> {
                    asked.sendResponseHeaders(204, -1);
                    asked.close();
                });
        server.start();
        try {
            String port = ":" + server.getAddress().getPort() + "/a";
            var settings = new WebhookSettings(true, Duration.ofSeconds(3), Duration.ofSeconds(3));
            Receivers.Names here = host -> all("127.0.0.1");
            SSLSocketFactory trusting = context(keys).getSocketFactory();

            Receivers ours = new Receivers(settings, here, trusting);
            assertThat(said(ours, "https://name.example" + port).status()).isEqualTo(204);
            assertThatThrownBy(() -> post(ours, "https://other.example" + port)).hasMessage("tls");
            assertThatThrownBy(() ->
                            post(new Receivers(settings, here, TLS), "https://name.example" + port))
                    .hasMessage("tls");
        } finally {
            server.stop(0);
        }
    }

    private static KeyStore certificate() throws Exception {
        Path file = Files.createTempDirectory("keys").resolve("keys.p12");
        String made =
                "-genkeypair -alias a -keyalg EC -dname CN=name.example -ext san=dns:name.example"
                        + " -validity 2 -storetype PKCS12 -storepass changeit -keystore ";
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of((made + file).split(" ")));
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
        return KeyStore.getInstance(file.toFile(), "changeit".toCharArray());
    }

    private static SSLContext context(KeyStore keys) throws GeneralSecurityException {
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, "changeit".toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        try {
            trusted.load(null, null);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
        trusted.setCertificateEntry("a", keys.getCertificate("a"));
        var others = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        others.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), others.getTrustManagers(), null);
        return context;
    }

    @Test
    void whatSpeaksNoTlsIsNoReceiver() {
        try (var receiver = new Receiver()) {
            receiver.becomes(Receiver.Mood.says("200 OK"));

            assertThatThrownBy(() ->
                            post(
                                    receivers(true, InetAddress::getAllByName),
                                    "https://127.0.0.1:" + receiver.port()))
                    .isInstanceOf(NoAnswer.class);
        }
    }

    @Test
    void nothingIsFollowed() {
        try (var receiver = new Receiver()) {
            receiver.becomes(Receiver.Mood.says("302 Found", "Location: " + receiver.address()));

            Receivers.Answer answer = said(inside(), receiver.address());

            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.isGood()).isFalse();
            assertThat(receiver.posted()).hasSize(1);
        }
    }

    @Test
    void everythingHasAnEnd() {
        try (var receiver = new Receiver()) {
            receiver.becomes(Receiver.Mood.isSilent());
            fails(receiver, "timeout");
            receiver.becomes(Receiver.Mood.drips());
            fails(receiver, "timeout");
            receiver.becomes(Receiver.Mood.talksWithoutEnd());
            fails(receiver, "long");
            receiver.becomes(Receiver.Mood.closes());
            fails(receiver, "line");
            receiver.becomes(line -> line.getOutputStream().write("hello\r\n\r\n".getBytes()));
            fails(receiver, "nonsense");
        }
    }

    @Test
    void aNameThatDoesNotExistIsSaidSo() {
        Receivers receivers =
                receivers(
                        true,
                        host -> {
                            throw new UnknownHostException(host);
                        });

        assertThatThrownBy(() -> post(receivers, "http://nergens.example")).hasMessage("unknown");
    }

    private static void fails(Receiver receiver, String code) {
        long start = System.nanoTime();
        assertThatThrownBy(() -> post(inside(), receiver.address())).hasMessage(code);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    private static Receivers inside() {
        return receivers(true, InetAddress::getAllByName);
    }

    private static Receivers receivers(boolean inside, Receivers.Names names) {
        return new Receivers(
                new WebhookSettings(inside, Duration.ofSeconds(1), Duration.ofSeconds(1)),
                names,
                TLS);
    }

    private static Receivers.Answer said(Receivers receivers, String address) {
        try {
            return post(receivers, address);
        } catch (NoAnswer failure) {
            throw new AssertionError(failure);
        }
    }

    private static Receivers.Answer post(Receivers receivers, String address) throws NoAnswer {
        return receivers.post(URI.create(address), Map.of("webhook-id", "1"), BODY);
    }

    private static InetAddress[] all(String... literals) {
        return java.util.stream.Stream.of(literals)
                .map(InetAddress::ofLiteral)
                .toArray(InetAddress[]::new);
    }
}
