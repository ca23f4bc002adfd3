// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.integration.smtp;

import static be.onthaal.integration.smtp.SmtpTransportTest.mail;
import static be.onthaal.integration.smtp.SmtpTransportTest.message;
import static be.onthaal.integration.smtp.SmtpTransportTest.transport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.common.EmailAddress;
import be.onthaal.dispatch.spi.MailRefused;
import be.onthaal.dispatch.spi.OutgoingMail;
import be.onthaal.testing.PrivateServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Our answers as Debian's Postfix takes them. */
class PostfixTest {

    private static final Path PROGRAM = Path.of("/usr/sbin/postfix");
    private static int port;
    private static Path root;
    private static PrivateServer server;

    @BeforeAll
    static void startPostfix() throws IOException {
        PrivateServer.require(PROGRAM);
        Path all = Files.createDirectories(Path.of("target/postfix").toAbsolutePath());
        root = Files.createDirectory(all.resolve(UUID.randomUUID().toString().substring(0, 8)));
        port = PrivateServer.freePort();
        Path config = Files.createDirectory(root.resolve("conf"));
        Files.createDirectory(root.resolve("queue"));
        own(Files.createDirectory(root.resolve("data")), "postfix");
        own(Files.createDirectory(root.resolve("mail")), "nobody");
        Files.writeString(config.resolve("main.cf"), main());
        Files.writeString(config.resolve("master.cf"), services());
        var command = List.of(PROGRAM.toString(), "-c", config.toString(), "start-fg");
        server = PrivateServer.start(command, root.resolve("out.log"), port);
    }

    @AfterAll
    static void stopPostfix() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void postfixDeliversOurAnswerWithItsMessageId() throws Exception {
        transport("127.0.0.1", port).send(mail("Één vraag – antwoord", true));

        String raw = delivered();
        assertThat(raw).contains("Message-ID: <d.abc@proefdorp.be>").contains("Auto-Submitted:");
        assertThat(message(raw).getSubject()).isEqualTo("Één vraag – antwoord");
        assertThat(message(raw).getContent().toString()).contains("Dat kost € 5.").contains("\n.");
    }

    @Test
    void whatPostfixWillNeverTakeIsRefusedForGood() {
        OutgoingMail plain = mail("Vraag", false);
        var elsewhere =
                new OutgoingMail(
                        plain.messageId(),
                        plain.sender(),
                        plain.senderName(),
                        new EmailAddress("jan@elders.be"),
                        plain.replyTo(),
                        plain.subject(),
                        plain.text(),
                        plain.inReplyTo(),
                        plain.references(),
                        plain.automatic(),
                        plain.writtenAt());

        assertThatThrownBy(() -> transport("127.0.0.1", port).send(elsewhere))
                .isInstanceOfSatisfying(
                        MailRefused.class,
                        refusal -> {
                            assertThat(refusal.answer()).contains("Relay access denied");
                            assertThat(refusal).hasMessageNotContaining("jan@elders.be");
                        });
    }

    private static String delivered() throws Exception {
        Path inbox = root.resolve("mail/inbox/new");
        for (int i = 0; i < 100; i++) {
            if (Files.isDirectory(inbox)) {
                try (Stream<Path> files = Files.list(inbox)) {
                    var first = files.findFirst();
                    if (first.isPresent()) {
                        return Files.readString(first.get(), StandardCharsets.ISO_8859_1);
                    }
                }
            }
            Thread.sleep(100);
        }
        throw new AssertionError("Nothing was delivered");
    }

    private static void own(Path path, String user) throws IOException {
        var users = path.getFileSystem().getUserPrincipalLookupService();
        Files.setOwner(path, users.lookupPrincipalByName(user));
    }

    private static String main() {
        return """
        compatibility_level = 3.6
        queue_directory = %1$s/queue
        data_directory = %1$s/data
        command_directory = /usr/sbin
        daemon_directory = /usr/lib/postfix/sbin
        mail_owner = postfix
        maillog_file = %1$s/postfix.log
        maillog_file_prefixes = %1$s
        myhostname = mail.voorbeeld.be
        mydestination =
        inet_interfaces = 127.0.0.1
        inet_protocols = ipv4
        alias_maps =
        local_recipient_maps =
        virtual_mailbox_domains = voorbeeld.be
        virtual_mailbox_base = %1$s/mail
        virtual_mailbox_maps = static:inbox/
        virtual_minimum_uid = 1
        virtual_uid_maps = static:65534
        virtual_gid_maps = static:65534
        smtpd_relay_restrictions = reject_unauth_destination
        smtpd_recipient_restrictions = reject_unauth_destination
        """
                .formatted(root);
    }

    private static String services() {
        return """
        127.0.0.1:%d inet n - n - - smtpd
        cleanup unix n - n - 0 cleanup
        qmgr unix n - n 300 1 qmgr
        rewrite unix - - n - - trivial-rewrite
        bounce unix - - n - 0 bounce
        defer unix - - n - 0 bounce
        trace unix - - n - 0 bounce
        verify unix - - n - 1 verify
        proxymap unix - - n - - proxymap
        virtual unix - n n - - virtual
        error unix - - n - - error
        retry unix - - n - - error
        anvil unix - - n - 1 anvil
        postlog unix-dgram n - n - 1 postlogd
        """
                .formatted(port);
    }
}
