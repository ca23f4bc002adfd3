// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.integration.imap;

import be.onthaal.mail.spi.MailAccount;
import be.onthaal.mail.spi.MailServer;

class FakeMailServerTest implements MailServerContract {

    private final FakeMailServer server = new FakeMailServer("jan", "geheim");

    @Override
    public MailServer server() {
        return server;
    }

    @Override
    public MailAccount account() {
        return new MailAccount("imap://localhost", "jan", "geheim", "INBOX");
    }

    @Override
    public void deliver(byte[] mail) {
        server.deliver(mail);
    }
}
