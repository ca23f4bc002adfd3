// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.simulators.mail.MailTown;
import be.onthaal.testing.IntakeProcess;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/**
 * The intake in a process of its own, killed at moments that it cannot choose, against a ledger of
 * what the mail server accepted that lies outside the product.
 */
@OnthaalTest
@Import(PostOffice.class)
class KilledIntakeTest {

    private static final int KILLS = 3;
    private static final int MAILS = 400;
    private static final int LONGEST_LIFE_MILLIS = 1_200;

    @TempDir Path directory;

    @Autowired TownFixtures towns;
    @Autowired PostOffice office;

    @Test
    void whateverIsKilledNoMailIsLostOrDoubledAndNoNumberIsMissing() throws Exception {
        long seed = System.nanoTime();
        var chance = new Random(seed);
        TestAuthority here = towns.found().municipality();
        String address = PostOffice.newAddress();
        try (MailTown town = MailTown.start(0, 0)) {
            town.addUser(address, "geheim");
            Path ledger = directory.resolve("ledger");
            deliver(town, address, ledger, 0, 100);
            MailboxId id = office.add(here, town.imapUrl(), address, "geheim");
            for (int kill = 0; kill < KILLS; kill++) {
                Process intake = start();
                deliver(town, address, ledger, 100 + kill * 100, 100);
                Thread.sleep(chance.nextInt(LONGEST_LIFE_MILLIS));
                intake.destroyForcibly().waitFor();
            }
            Process last = start();
            office.await(here, id, MAILS);
            last.destroyForcibly().waitFor();

            compare(here, id, Files.readAllLines(ledger), seed);
        }
    }

    private void compare(TestAuthority here, MailboxId id, List<String> accepted, long seed) {
        assertThat(accepted).hasSize(MAILS);
        assertThat(office.messages(here, id))
                .as("seed " + seed)
                .allMatch(row -> "READ".equals(row.get("state")))
                .extracting(row -> String.valueOf(row.get("message_id")))
                .containsExactlyInAnyOrderElementsOf(accepted);
        var entries =
                office.rows(
                        here.service(),
                        "select sequence, source_id from post.entry order by sequence");
        assertThat(entries)
                .extracting(row -> row.get("sequence"))
                .isEqualTo(IntStream.rangeClosed(1, MAILS).boxed().toList());
        assertThat(entries).extracting(row -> row.get("source_id")).doesNotHaveDuplicates();
        assertThat(
                        office.rows(
                                here.service(),
                                "select source_id from contact.moment where source_kind = 'MAIL'"))
                .hasSize(MAILS);
    }

    private static void deliver(MailTown town, String address, Path ledger, int from, int count)
            throws IOException {
        for (int i = from; i < from + count; i++) {
            String id = "mail-" + i + "@voorbeeld.be";
            town.deliver(
                    address,
                    "From: Els Maes <els.maes@voorbeeld.be>\nSubject: Vraag "
                            + i
                            + "\nMessage-ID: <"
                            + id
                            + ">\n\nWanneer is het loket open?\n");
            Files.writeString(
                    ledger, id + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    private Process start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process =
                new ProcessBuilder(
                                java,
                                "-Xmx256m",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                IntakeProcess.class.getName(),
                                "--onthaal.database.directory=target/test-data",
                                "--onthaal.database.name=" + office.database(),
                                "--onthaal.database.connections=6",
                                "--onthaal.database.shared=true",
                                "--onthaal.mail.intake.lease=2s",
                                "--onthaal.mail.intake.look=100ms",
                                "--onthaal.outbox.enabled=false")
                        .redirectErrorStream(true)
                        .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        awaitReady(process);
        return process;
    }

    private static void awaitReady(Process process) throws IOException {
        var output =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var said = new StringBuilder();
        String line = output.readLine();
        while (line != null && !line.equals(IntakeProcess.READY)) {
            said.append(line).append('\n');
            line = output.readLine();
        }
        assertThat(line).as(said.toString()).isNotNull();
        Thread.ofVirtual().start(() -> output.lines().forEach(ignored -> {}));
    }
}
