// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.common.Brussels;
import be.onthaal.common.Channel;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.IntakeProcess;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.RegisteringProcess;
import be.onthaal.testing.Together;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Fifty clients register at once, half of them in a process that is killed with kill -9 at a moment
 * it cannot choose: the register has no gap and no double, and holds every number that was said.
 */
@OnthaalTest
class NumbersUnderFireTest {

    private static final int HERE = 25;
    private static final int THERE = 25;
    private static final int EACH = 8;
    private static final int KILLS = 2;
    private static final int LONGEST_LIFE_MILLIS = 1_500;

    @Autowired TownFixtures towns;
    @Autowired PostRegister register;
    @Autowired AsOwner owner;
    @Autowired Clock clock;

    private final Queue<String> said = new ConcurrentLinkedQueue<>();

    @Test
    void fiftyClientsAndKilledProcessesLeaveNoGapAndNoDouble() throws Exception {
        long seed = System.nanoTime();
        var chance = new Random(seed);
        TestAuthority here = towns.found().municipality();
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = start(here);
            Thread killer =
                    Thread.ofVirtual()
                            .start(() -> kill(process, 300 + chance.nextInt(LONGEST_LIFE_MILLIS)));
            List<Callable<String>> clients = new ArrayList<>();
            for (int i = 0; i < HERE; i++) {
                clients.add(() -> registerSome(here));
            }
            assertThat(Together.run(clients)).allMatch(String.class::isInstance);
            killer.join();
        }
        registerSome(here);

        List<String> numbers =
                owner.column(
                        "select number from post.entry where authority_id = '%s' order by sequence"
                                .formatted(here.authority().id()));
        int year = Brussels.today(clock).getYear();
        assertThat(numbers)
                .as("seed " + seed)
                .hasSizeGreaterThan(KILLS * HERE * EACH)
                .isEqualTo(
                        IntStream.rangeClosed(1, numbers.size())
                                .mapToObj(i -> "I-%d-%06d".formatted(year, i))
                                .toList());
        assertThat(said).as("seed " + seed).isSubsetOf(numbers).doesNotHaveDuplicates();
    }

    private String registerSome(TestAuthority here) {
        String last = "";
        for (int i = 0; i < EACH; i++) {
            last =
                    Callers.as(here.service(), () -> register.registerIncoming(letter(here)))
                            .number()
                            .display();
            said.add(last);
        }
        return last;
    }

    private NewIncoming letter(TestAuthority here) {
        return new NewIncoming(
                Channel.POST,
                Brussels.today(clock),
                "Brief",
                "Jan Peeters",
                Optional.empty(),
                here.unit(),
                Confidentiality.INTERNAL,
                Optional.empty());
    }

    private static void kill(Process process, int after) {
        try {
            Thread.sleep(after);
            process.destroyForcibly().waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Process start(TestAuthority here) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process =
                new ProcessBuilder(
                                java,
                                "-Xmx256m",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                RegisteringProcess.class.getName(),
                                here.authority().id().toString(),
                                here.authority().group().toString(),
                                here.unit().toString(),
                                String.valueOf(THERE),
                                "--onthaal.database.directory=target/test-data",
                                "--onthaal.database.name="
                                        + owner.column("select current_database()").getFirst(),
                                "--onthaal.database.connections=10",
                                "--onthaal.database.shared=true",
                                "--onthaal.outbox.enabled=false")
                        .redirectErrorStream(true)
                        .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        var output =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var before = new StringBuilder();
        String line = output.readLine();
        while (line != null && !line.equals(IntakeProcess.READY)) {
            before.append(line).append('\n');
            line = output.readLine();
        }
        assertThat(line).as(before.toString()).isNotNull();
        Thread.ofVirtual()
                .start(() ->
                        output.lines()
                                .filter(said -> said.startsWith("I-"))
                                .forEach(this.said::add));
        return process;
    }
}
