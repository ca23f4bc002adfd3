// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.integration.clamd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.documents.spi.VirusCheck.Verdict;
import be.onthaal.simulators.clamd.ClamdSimulator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The line to clamd, good and bad. */
class VirusCheckTest {

    private ClamdSimulator simulator;
    private Clamd clamd;

    @BeforeEach
    void start() {
        simulator = ClamdSimulator.start(0);
        clamd =
                new Clamd(
                        new ClamdSettings(
                                "127.0.0.1",
                                simulator.port(),
                                Duration.ofSeconds(1),
                                Duration.ofMillis(500),
                                Duration.ofSeconds(3)));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void aCleanFileIsCleanAndTheTestVirusIsFound() throws Exception {
        assertThat(check("Beste")).isEqualTo(new Verdict.Clean());
        assertThat(check("voor" + ClamdSimulator.EICAR + "na"))
                .isEqualTo(new Verdict.Infected(ClamdSimulator.FINDING));
        assertThat(check("x".repeat(1_000_000) + ClamdSimulator.EICAR))
                .isEqualTo(new Verdict.Infected(ClamdSimulator.FINDING));
        assertThat(simulator.looked()).isEqualTo(3);
    }

    @Test
    void whoHangsUpBabblesOrThinksTooLongGivesNoVerdict() {
        for (ClamdSimulator.Mood mood :
                new ClamdSimulator.Mood[] {
                    ClamdSimulator.Mood.DROPS,
                    ClamdSimulator.Mood.BABBLES,
                    ClamdSimulator.Mood.LIMITED
                }) {
            simulator.behave(mood);
            assertThatThrownBy(() -> check("Beste")).isInstanceOf(IOException.class);
        }
        simulator.behave(ClamdSimulator.Mood.USUAL);
        simulator.think(Duration.ofSeconds(2));
        assertThatThrownBy(() -> check("Beste")).isInstanceOf(IOException.class);
    }

    @Test
    @Timeout(30)
    void whoReadsNoMoreIsNotWaitedForForEver() throws Exception {
        try (var deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var settings =
                    new ClamdSettings(
                            "127.0.0.1",
                            deaf.getLocalPort(),
                            Duration.ofSeconds(1),
                            Duration.ofMillis(500),
                            Duration.ofMillis(500));
            var much = new ByteArrayInputStream(new byte[64 * 1024 * 1024]);
            assertThatThrownBy(() -> new Clamd(settings).check(much))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void whoIsNotThereIsAskedAgain() throws Exception {
        try (var taken = new Socket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            var settings =
                    new ClamdSettings(
                            "127.0.0.1",
                            taken.getLocalPort(),
                            Duration.ofSeconds(1),
                            Duration.ofMillis(500),
                            Duration.ofSeconds(3));
            var nothing = new ByteArrayInputStream(new byte[0]);
            assertThatThrownBy(() -> new Clamd(settings).check(nothing))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void withoutAnAddressThereIsNone() {
        assertThat(
                        new Clamd(
                                        new ClamdSettings(
                                                "", 1, Duration.ZERO, Duration.ZERO, Duration.ZERO))
                                .isThere())
                .isFalse();
    }

    private Verdict check(String text) throws IOException {
        return clamd.check(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
