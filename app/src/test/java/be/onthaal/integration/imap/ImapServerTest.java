// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.integration.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.mail.spi.FetchedMail;
import be.onthaal.mail.spi.MailAccount;
import be.onthaal.mail.spi.MailServer;
import be.onthaal.mail.spi.MailServerProblem;
import be.onthaal.mail.spi.OpenFolder;
import be.onthaal.simulators.mail.MailTown;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class ImapServerTest implements MailServerContract {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static MailTown town;

    private final String address = UUID.randomUUID() + "@proefdorp.be";
    private final MailServer server = server(DataSize.ofMegabytes(60), Duration.ofSeconds(2));

    ImapServerTest() {
        town.addUser(address, "geheim");
    }

    @BeforeAll
    static void startTown() {
        town = MailTown.start(0, 0);
    }

    @AfterAll
    static void stopTown() {
        town.close();
    }

    @Override
    public MailServer server() {
        return server;
    }

    @Override
    public MailAccount account() {
        return new MailAccount(town.imapUrl(), address, "geheim", "INBOX");
    }

    @Override
    public void deliver(byte[] mail) {
        town.deliver(address, mail);
    }

    @Test
    void ofAMailThatIsTooLargeOnlyTheHeaderIsFetched() throws MailServerProblem {
        town.deliver(address, "Subject: Groot\n\n" + "x".repeat(5_000) + "\n");
        town.deliver(address, "Subject: Klein\n\nkort\n");

        try (OpenFolder folder =
                server(DataSize.ofKilobytes(2), Duration.ofSeconds(5)).open(account())) {
            var mails = folder.fetch(folder.list(0, 10));

            assertThat(mails).hasSize(2);
            assertThat(mails.getFirst())
                    .isInstanceOfSatisfying(
                            FetchedMail.HeaderOnly.class,
                            header -> {
                                assertThat(header.reason()).isEqualTo("too-large");
                                assertThat(new String(header.bytes(), StandardCharsets.UTF_8))
                                        .contains("Subject: Groot");
                            });
            assertThat(mails.getLast()).isInstanceOf(FetchedMail.Whole.class);
        }
    }

    @Test
    void aSilentServerIsGivenUp() {
        MailServer impatient = server(DataSize.ofMegabytes(1), Duration.ofMillis(400));
        town.line().delay(Duration.ofSeconds(2));
        try {
            assertThatThrownBy(() -> impatient.open(account()))
                    .isInstanceOf(MailServerProblem.class);
        } finally {
            town.line().delay(Duration.ZERO);
        }
    }

    private static MailServer server(DataSize largest, Duration read) {
        return new ImapServer(new ImapSettings(CONNECT, read, largest, Duration.ofSeconds(1)));
    }
}
