// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.integration.imap;

import be.onthaal.mail.spi.MailAccount;
import be.onthaal.mail.spi.MailServer;
import be.onthaal.testing.Dovecot;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.util.unit.DataSize;

class DovecotServerTest implements MailServerContract {

    private static Dovecot dovecot;

    private final String user = UUID.randomUUID().toString();
    private final MailServer server =
            new ImapServer(
                    new ImapSettings(
                            Duration.ofSeconds(5),
                            Duration.ofSeconds(3),
                            DataSize.ofMegabytes(60),
                            Duration.ofSeconds(1)));

    @BeforeAll
    static void startDovecot() {
        dovecot = Dovecot.start();
    }

    @AfterAll
    static void stopDovecot() {
        if (dovecot != null) {
            dovecot.close();
        }
    }

    @Override
    public MailServer server() {
        return server;
    }

    @Override
    public MailAccount account() {
        return new MailAccount(dovecot.imapUrl(), user, Dovecot.PASSWORD, "INBOX");
    }

    @Override
    public void deliver(byte[] mail) {
        dovecot.deliver(user, mail);
    }
}
