// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.database.LocalPostgres;
import be.onthaal.simulators.mail.MailTown;
import be.onthaal.testing.IntakeProcess;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** A database that falls over while mail comes in, on a server of its own. */
class CrashedDatabaseTest {

    private static final Path DATA = Path.of("target/crash-data");
    private static final int MAILS = 400;

    @Test
    void aDatabaseThatCrashesInTheMiddleLosesAndDoublesNothing() {
        try (LocalPostgres server = LocalPostgres.start(DATA, 0);
                MailTown town = MailTown.start(0, 0);
                ConfigurableApplicationContext application = start()) {
            PostOffice office = application.getBean(PostOffice.class);
            TestAuthority here = application.getBean(TownFixtures.class).found().municipality();
            String address = PostOffice.newAddress();
            town.addUser(address, "geheim");
            for (int i = 0; i < MAILS; i++) {
                town.deliver(address, "Subject: Vraag " + i + "\nFrom: a@voorbeeld.be\n\nHallo\n");
            }
            MailboxId id = office.add(here, town.imapUrl(), address, "geheim");

            office.open();
            for (int crash = 1; crash <= 2; crash++) {
                int enough = crash * 100;
                Eventually.until(
                        Duration.ofSeconds(30),
                        () -> office.look(here, id).toString(),
                        () -> office.look(here, id).tally().stored() >= enough);
                server.crash();
                server.launch();
            }
            Mailbox.Tally tally = office.await(here, id, MAILS);
            office.close();

            assertThat(tally.stored()).isEqualTo(MAILS);
            assertThat(tally.read()).isEqualTo(MAILS);
            assertThat(
                            office.rows(
                                    here.service(),
                                    "select sequence from post.entry order by sequence"))
                    .extracting(row -> row.get("sequence"))
                    .isEqualTo(IntStream.rangeClosed(1, MAILS).boxed().toList());
        }
    }

    private static ConfigurableApplicationContext start() {
        return IntakeProcess.start(
                "--onthaal.database.directory=" + DATA,
                "--onthaal.database.name=crash_" + System.nanoTime(),
                "--onthaal.database.shared=true",
                "--onthaal.mail.intake.enabled=false",
                "--onthaal.outbox.enabled=false",
                "--spring.main.sources="
                        + TownFixtures.class.getName()
                        + ","
                        + PostOffice.class.getName());
    }
}
