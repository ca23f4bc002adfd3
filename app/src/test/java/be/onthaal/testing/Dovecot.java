// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Debian's Dovecot with its mail in Maildir; anybody may sign in with the password "geheim". */
public final class Dovecot implements AutoCloseable {

    public static final String PASSWORD = "geheim";
    private static final Path PROGRAM = Path.of("/usr/sbin/dovecot");
    private static final String OWNER = "nobody";

    private final Path root;
    private final int port;
    private final PrivateServer server;

    private Dovecot(Path root, int port, PrivateServer server) {
        this.root = root;
        this.port = port;
        this.server = server;
    }

    public static Dovecot start() {
        PrivateServer.require(PROGRAM);
        try {
            Path root = Files.createDirectories(Path.of("target/dovecot").toAbsolutePath());
            Path own =
                    Files.createDirectory(
                            root.resolve(UUID.randomUUID().toString().substring(0, 8)));
            int port = PrivateServer.freePort();
            Path config = Files.writeString(own.resolve("dovecot.conf"), config(own, port));
            give(Files.createDirectory(own.resolve("home")));
            var command = List.of(PROGRAM.toString(), "-F", "-c", config.toString());
            var server = PrivateServer.start(command, own.resolve("out.log"), port);
            return new Dovecot(own, port, server);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public String imapUrl() {
        return "imap://127.0.0.1:" + port;
    }

    /** Puts a mail into the mailbox, as the delivery agent of the server would. */
    public void deliver(String user, byte[] raw) {
        try {
            Path home = root.resolve("home").resolve(user);
            Path box = maildir(user);
            for (String part : List.of("tmp", "new", "cur")) {
                if (!Files.exists(box.resolve(part))) {
                    Files.createDirectories(box.resolve(part));
                    give(home);
                    give(box);
                    give(box.resolve(part));
                }
            }
            String name = System.nanoTime() + "." + UUID.randomUUID() + ".proef";
            Path draft = Files.write(box.resolve("tmp").resolve(name), raw);
            give(draft);
            Files.move(draft, box.resolve("new").resolve(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Forgets how the mails were numbered, as after a restored back-up: another UIDVALIDITY. */
    public void forgetNumbers(String user) {
        waitForAnotherSecond();
        try (Stream<Path> files = Files.list(maildir(user))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private Path maildir(String user) {
        return root.resolve("home").resolve(user).resolve("Maildir");
    }

    private static void give(Path path) throws IOException {
        UserPrincipal owner =
                path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(OWNER);
        Files.setOwner(path, owner);
    }

    private static String config(Path own, int port) {
        return """
        base_dir = %1$s/run
        state_dir = %1$s/state
        log_path = %1$s/dovecot.log
        protocols = imap
        listen = 127.0.0.1
        ssl = no
        disable_plaintext_auth = no
        first_valid_uid = 1
        mail_location = maildir:~/Maildir
        mail_max_userip_connections = 50
        service imap-login {
          chroot =
          inet_listener imap {
            port = %2$d
          }
          inet_listener imaps {
            port = 0
          }
        }
        service anvil {
          chroot =
          unix_listener anvil-auth-penalty {
            mode = 0
          }
        }
        passdb {
          driver = static
          args = password=%3$s
        }
        userdb {
          driver = static
          args = uid=%4$s gid=nogroup home=%1$s/home/%%u
        }
        namespace inbox {
          inbox = yes
        }
        """
                .formatted(own, port, PASSWORD, OWNER);
    }

    /** It numbers a folder by the second in which the folder was made. */
    private static void waitForAnotherSecond() {
        try {
            Thread.sleep(1_100);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
