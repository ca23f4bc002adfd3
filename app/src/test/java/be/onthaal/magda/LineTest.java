// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.magda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be trusted gets no question. */
class LineTest {

    @TempDir Path folder;

    @Test
    void aServerWhoseCertificateNobodyVouchesForIsNotAsked() throws Exception {
        Path store = KeyStores.add(folder.resolve("server.p12"), "EC", "server", "localhost");
        HttpsServer server =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        server.setHttpsConfigurator(new HttpsConfigurator(tls(store)));
        var asked = new AtomicInteger();
        server.createContext("/", exchange -> asked.incrementAndGet());
        server.start();
        URI address = URI.create("https://localhost:" + server.getAddress().getPort() + "/");
        var line = new Line(SigningTest.settings(store, KeyStores.PASSWORD));

        try {
            assertThatThrownBy(() -> line.post(address, new byte[] {1}, Duration.ofSeconds(5)))
                    .isInstanceOfSatisfying(
                            NoAnswer.class,
                            nothing -> {
                                assertThat(nothing.notice().code()).isEqualTo("tls");
                                assertThat(nothing.mayHaveArrived()).isFalse();
                            });
            assertThat(asked).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    private static SSLContext tls(Path file) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(file)) {
            store.load(stream, KeyStores.PASSWORD.toCharArray());
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, KeyStores.PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
